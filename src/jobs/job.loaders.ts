import { rowById } from '../graphql/row-by-id.js';
import { Job } from './job.entity.js';

export const jobById = rowById(Job, 'jobs');
