import { connectionType } from '../graphql/connection.js';
import { Job } from './job.entity.js';

export const JobConnection = connectionType('Job', 'jobs', () => Job);
