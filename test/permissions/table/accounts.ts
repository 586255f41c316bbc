import { everybody, only, users, type Domain } from '../permissions.js';

export const accountsTable: Domain = {
  title: 'Accounts and sessions',
  queries: [
    { operation: 'me', cells: users() },
    { operation: 'exportMyData', cells: users() },
    { operation: 'mySessions', cells: users() },
  ],
  mutations: [
    { operation: 'signUp', cells: everybody() },
    { operation: 'signIn', cells: everybody() },
    { operation: 'refreshToken', cells: everybody() },
    { operation: 'startProviderSignIn', cells: everybody() },
    { operation: 'signInWithProvider', cells: everybody() },
    { operation: 'completeRegistration', cells: everybody() },
    { operation: 'requestPasswordReset', cells: everybody() },
    { operation: 'resetPassword', cells: everybody() },
    { operation: 'verifyEmail', cells: everybody() },
    { operation: 'requestEmailVerification', cells: users() },
    { operation: 'changeEmail', cells: users() },
    { operation: 'changePassword', cells: users() },
    { operation: 'updateMyName', cells: users() },
    { operation: 'signOut', cells: users() },
    { operation: 'signOutEverywhere', cells: users() },
    {
      operation: 'revokeSession',
      of: 'a session of the author',
      cells: only(['author'], users(), 'user error NOT_FOUND'),
    },
    {
      operation: 'deleteAccount',
      of: 'while the company has other members and no other admin, and the platform another administrator',
      cells: users({ author: 'user error LAST_COMPANY_ADMIN' }),
    },
  ],
  types: [
    {
      type: 'User',
      seen: 'The user, and administrators.',
      objects: {
        'the user behind the candidate': ['candidate', 'administrator'],
        'the user behind the author': ['author', 'administrator'],
      },
    },
    {
      type: 'Session',
      seen: 'The user whose session it is.',
      objects: { 'a session of the candidate': ['candidate'] },
    },
  ],
};
