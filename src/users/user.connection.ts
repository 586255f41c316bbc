import { connectionType } from '../graphql/connection.js';
import { User } from './user.entity.js';

export const UserConnection = connectionType('User', 'users', () => User);
