import { rowById } from '../graphql/row-by-id.js';
import { User } from './user.entity.js';

export const userById = rowById(User, 'users');
