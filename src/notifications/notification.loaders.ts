import { rowById } from '../graphql/row-by-id.js';
import { Notification } from './notification.entity.js';

export const notificationById = rowById(Notification, 'notifications');
