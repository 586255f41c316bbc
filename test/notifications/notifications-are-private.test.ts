import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { notificationsOf } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { insertNotifications } from '../support/notification-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const LIST = '{ notifications { totalCount edges { node { id } } } unreadNotificationCount }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const REMOVE = `mutation ($notificationId: ID!) {
  deleteNotification(input: { notificationId: $notificationId }) { deletedNotificationId userErrors { code field } }
}`;
const ABOUT = '{ notifications { edges { node { type job { id } application { id } } } } }';

describe('a notification', () => {
  let server: TestServer;
  let admin: Person;
  let employer: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  let owner: Person;
  let stranger: Person;
  let id: string;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    employer = await signUpWithCompany(server);
    colleague = await colleagueOf(server, employer);
    owner = await signUp(server, 'CANDIDATE');
    stranger = await signUp(server, 'CANDIDATE');
    [id = ''] = await insertNotifications(server, owner, [{ type: 'SYSTEM' }]);
  });
  afterAll(() => server.stop());

  it('is seen by the user it is for, and by nobody else, administrators included', async () => {
    expect(await owner.client.data(LIST)).toEqual({
      notifications: { totalCount: 1, edges: [{ node: { id } }] },
      unreadNotificationCount: 1,
    });
    expect(await owner.client.data(NODE, { id })).toEqual({ node: { id } });
    for (const { client } of [stranger, employer, admin]) {
      expect(await client.data(LIST)).toEqual({
        notifications: { totalCount: 0, edges: [] },
        unreadNotificationCount: 0,
      });
      expect(await client.data(NODE, { id })).toEqual({ node: null });
    }
    expect(await server.client().data(NODE, { id })).toEqual({ node: null });
  });

  it('asks anonymous viewers to sign in', async () => {
    for (const query of [
      '{ notifications { totalCount } }',
      '{ unreadNotificationCount }',
      'mutation { markAllNotificationsRead { markedCount } }',
      'mutation { deleteReadNotifications { deletedCount } }',
    ])
      expect(await server.client().errorCode(query)).toBe('UNAUTHENTICATED');
  });

  it('is not found by others who would mark or delete it, and is not touched by those who mark or delete all', async () => {
    const before = await tableDigests(server.db);
    const notFound = refusedWith('NOT_FOUND', 'notificationId');
    for (const { client } of [stranger, employer, admin]) {
      expect(await act(client, 'markNotificationRead', { notificationId: id })).toEqual(notFound);
      expect(await client.data(REMOVE, { notificationId: id })).toEqual({
        deleteNotification: { deletedNotificationId: null, userErrors: notFound.userErrors },
      });
      await client.data('mutation { markAllNotificationsRead { markedCount } }');
      await client.data('mutation { deleteReadNotifications { deletedCount } }');
    }
    expect(await act(server.client(), 'markNotificationRead', { notificationId: id })).toEqual(
      failedWith('UNAUTHENTICATED'),
    );
    expect(await server.client().errorCode(REMOVE, { notificationId: id })).toBe('UNAUTHENTICATED');
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each<[string, () => string]>([
    ['that nobody has', () => globalId('Notification', uuidv7())],
    ['of a user', () => owner.id],
    ['that is none', () => 'notification'],
    ['that is empty', () => ''],
  ])('is not found under an id %s', async (_case, wrong) => {
    expect(await act(owner.client, 'markNotificationRead', { notificationId: wrong() })).toEqual(
      refusedWith('NOT_FOUND', 'notificationId'),
    );
  });

  /** What each notification of a viewer tells of, newest first. */
  async function subjects(client: GraphqlClient): Promise<[string, string | null, string | null][]> {
    const { notifications } = await client.data<{
      notifications: {
        edges: { node: { type: string; job: { id: string } | null; application: { id: string } | null } }[];
      };
    }>(ABOUT);
    return notifications.edges.map(({ node }) => [
      node.type,
      node.job?.id ?? null,
      node.application?.id ?? null,
    ]);
  }

  it('does not open an application to an author who may not see it any more', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const jobId = await publishedJob(colleague);
    const applicationId = await apply(candidate, jobId);
    expect(await subjects(colleague.client)).toEqual([['NEW_APPLICATION', jobId, applicationId]]);
    const profile = sql`where user_id = ${uuidIn(colleague.id)}`;
    await server.db.rows(sql<object>`update employers set can_manage_candidates = false ${profile}`);
    expect(await subjects(colleague.client)).toEqual([['NEW_APPLICATION', jobId, null]]);
    await act(employer.client, 'closeJob', { jobId });
    await server.db.rows(sql<object>`update employers set company_id = null ${profile}`);
    expect(await subjects(colleague.client)).toEqual([['NEW_APPLICATION', null, null]]);
  });

  it('does not open a job to a candidate who may not see it', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const jobId = await createJob(employer);
    const foreign = await apply(owner, await publishedJob(employer));
    await insertNotifications(server, candidate, [{ type: 'NEW_JOB', jobId, applicationId: foreign }]);
    expect(await subjects(candidate.client)).toEqual([['NEW_JOB', null, null]]);
  });

  it('goes with the account of the user', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    await move(employer, await apply(candidate, await publishedJob(employer)), 'VIEWED');
    expect(await notificationsOf(server, candidate)).toHaveLength(1);
    await server.db.rows(sql<object>`delete from users where id = ${uuidIn(candidate.id)}`);
    expect(await notificationsOf(server, candidate)).toEqual([]);
  });
});
