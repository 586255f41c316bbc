import { connectionType } from '../graphql/connection.js';
import { Employer } from './employer.entity.js';

export const EmployerConnection = connectionType('Employer', 'employers', () => Employer);
