import { only, users, type Domain } from '../permissions.js';

export const notificationsTable: Domain = {
  title: 'Notifications',
  queries: [
    { operation: 'notifications', cells: users() },
    { operation: 'unreadNotificationCount', cells: users() },
  ],
  mutations: [
    {
      operation: 'markNotificationRead',
      cells: only(['candidate'], users(), 'user error NOT_FOUND'),
    },
    { operation: 'markAllNotificationsRead', of: "the viewer's own", cells: users() },
    { operation: 'deleteNotification', cells: only(['candidate'], users(), 'user error NOT_FOUND') },
    { operation: 'deleteReadNotifications', of: "the viewer's own", cells: users() },
  ],
  subscriptions: [
    {
      operation: 'notificationReceived',
      of: "the viewer's own",
      cells: users(),
      test: 'test/live/brings-notifications-to-whom-they-concern.test.ts',
    },
  ],
  types: [
    {
      type: 'Notification',
      seen: 'The user it is for.',
      objects: {
        'a notification of the candidate': ['candidate'],
        'a notification of the administrator': ['administrator'],
      },
    },
  ],
};
