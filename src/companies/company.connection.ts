import { connectionType } from '../graphql/connection.js';
import { Company } from './company.entity.js';

export const CompanyConnection = connectionType('Company', 'companies', () => Company);
