import { connectionType } from '../graphql/connection.js';
import { Application } from './application.entity.js';

export const ApplicationConnection = connectionType('Application', 'applications', () => Application);
