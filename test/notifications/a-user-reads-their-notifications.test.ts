import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from '../support/act.js';
import { insertNotifications, type NotificationColumns } from '../support/notification-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const LIST = `query ($unreadOnly: Boolean, $type: [NotificationType!], $first: Int = 100, $after: String) {
  list: notifications(unreadOnly: $unreadOnly, type: $type, first: $first, after: $after) {
    totalCount
    edges { node { id type readAt } }
    pageInfo { hasNextPage endCursor }
  }
  unreadNotificationCount
}`;

interface Found {
  list: {
    totalCount: number;
    edges: { node: { id: string; type: string; readAt: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  unreadNotificationCount: number;
}

const FIVE: NotificationColumns[] = [
  { type: 'NEW_APPLICATION', isRead: true },
  { type: 'STATUS_CHANGE' },
  { type: 'SYSTEM', isRead: true },
  { type: 'STATUS_CHANGE', isRead: true },
  { type: 'NEW_JOB' },
];

describe('a user', () => {
  let server: TestServer;
  let user: Person;
  let ids: string[];
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    user = await signUp(server, 'CANDIDATE');
    ids = await insertNotifications(server, user, FIVE);
  });
  afterAll(() => server.stop());

  const find = (variables: Record<string, unknown> = {}) => user.client.data<Found>(LIST, variables);
  const idsOf = ({ list }: Found) => list.edges.map(({ node }) => node.id);
  const newestFirst = (...indexes: number[]) => indexes.map((index) => ids[index]);

  it('reads what they were told, newest first, with true totals', async () => {
    const found = await find();
    expect(idsOf(found)).toEqual(newestFirst(4, 3, 2, 1, 0));
    expect(found.list.totalCount).toBe(5);
    expect(found.unreadNotificationCount).toBe(2);
  });

  it.each<[Record<string, unknown>, number[]]>([
    [{ unreadOnly: true }, [4, 1]],
    [{ unreadOnly: false }, [4, 3, 2, 1, 0]],
    [{ type: ['STATUS_CHANGE'] }, [3, 1]],
    [{ type: ['SYSTEM', 'NEW_JOB'] }, [4, 2]],
    [{ type: ['STATUS_CHANGE'], unreadOnly: true }, [1]],
    [{ type: ['MESSAGE'] }, []],
    [{ type: [] }, []],
    [{ type: null }, [4, 3, 2, 1, 0]],
  ])('finds with %j the right ones and their total', async (variables, indexes) => {
    const found = await find(variables);
    expect(idsOf(found)).toEqual(newestFirst(...indexes));
    expect(found.list.totalCount).toBe(indexes.length);
  });

  it('walks through them page by page, with the total of all', async () => {
    const { list: first } = await find({ first: 3 });
    const rest = await find({ first: 3, after: first.pageInfo.endCursor });
    expect(first.edges.map(({ node }) => node.id)).toEqual(newestFirst(4, 3, 2));
    expect(idsOf(rest)).toEqual(newestFirst(1, 0));
    expect([first.totalCount, rest.list.totalCount]).toEqual([5, 5]);
    expect([first.pageInfo.hasNextPage, rest.list.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('marks one as read, and it keeps that time', async () => {
    const notificationId = ids[4];
    const marked = await act<{ id: string; readAt: string }>(user.client, 'markNotificationRead', {
      notificationId,
    });
    expect(marked.result).toEqual({ id: notificationId, readAt: expect.any(String) });
    server.clock.advance(60_000);
    const before = await tableDigests(server.db);
    expect(await act(user.client, 'markNotificationRead', { notificationId })).toEqual(marked);
    expect(await tableDigests(server.db)).toEqual(before);
    expect((await find()).unreadNotificationCount).toBe(1);
  });

  it('marks all as read, learns how many they were, and leaves the times of the others', async () => {
    const before = (await find()).list.edges;
    const query = 'mutation { markAllNotificationsRead { markedCount } }';
    expect(await user.client.data(query)).toEqual({ markAllNotificationsRead: { markedCount: 2 } });
    const after = await find();
    expect(after.unreadNotificationCount).toBe(0);
    for (const [index, { node }] of after.list.edges.entries()) {
      const earlier = before[index]?.node.readAt ?? null;
      if (earlier === null) expect(node.readAt).not.toBeNull();
      else expect(node.readAt).toBe(earlier);
    }
    expect(await user.client.data(query)).toEqual({ markAllNotificationsRead: { markedCount: 0 } });
  });

  it('is told true numbers by ten marks of all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        user.client.data<{ markAllNotificationsRead: { markedCount: number } }>(
          'mutation { markAllNotificationsRead { markedCount } }',
        ),
      ),
    );
    const counts = answers.map(({ markAllNotificationsRead }) => markAllNotificationsRead.markedCount);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
  });

  it('deletes one', async () => {
    const query = `mutation ($input: NotificationIdInput!) {
      deleteNotification(input: $input) { deletedNotificationId userErrors { code field } }
    }`;
    const input = { notificationId: ids[2] };
    expect(await user.client.data(query, { input })).toEqual({
      deleteNotification: { deletedNotificationId: ids[2], userErrors: [] },
    });
    expect(idsOf(await find())).toEqual(newestFirst(4, 3, 1, 0));
    expect(await user.client.data(query, { input })).toEqual({
      deleteNotification: {
        deletedNotificationId: null,
        userErrors: [{ code: 'NOT_FOUND', field: 'notificationId' }],
      },
    });
  });

  it('deletes what was read, and no more', async () => {
    const query = 'mutation { deleteReadNotifications { deletedCount } }';
    expect(await user.client.data(query)).toEqual({ deleteReadNotifications: { deletedCount: 3 } });
    expect(idsOf(await find())).toEqual(newestFirst(4, 1));
    expect(await user.client.data(query)).toEqual({ deleteReadNotifications: { deletedCount: 0 } });
  });

  it('gets facts to put into words: what, when, which job, which application, from where to where', async () => {
    const employer: EmployerWithCompany = await signUpWithCompany(server);
    const jobId = await publishedJob(employer);
    const applicationId = await apply(user, jobId);
    await move(employer, applicationId, 'INTERVIEW');
    await move(employer, applicationId, 'ACCEPTED');
    const query = `{ notifications(first: 2) { edges { node {
      type createdAt readAt from to event provider job { id title } application { id status }
    } } } }`;
    const common = {
      readAt: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      event: null,
      provider: null,
      job: { id: jobId, title: 'Comptable' },
    };
    const change = (from: string, to: string) => ({
      node: {
        ...common,
        type: 'STATUS_CHANGE',
        from,
        to,
        application: { id: applicationId, status: 'ACCEPTED' },
      },
    });
    expect(await user.client.data(query)).toEqual({
      notifications: { edges: [change('INTERVIEW', 'ACCEPTED'), change('APPLIED', 'INTERVIEW')] },
    });
    expect(await employer.client.data(query)).toEqual({
      notifications: {
        edges: [
          {
            node: {
              ...common,
              type: 'NEW_APPLICATION',
              from: null,
              to: null,
              application: { id: applicationId, status: 'ACCEPTED' },
            },
          },
        ],
      },
    });
  });

  it('gets the facts about their account', async () => {
    await insertNotifications(server, user, [
      { type: 'SYSTEM', payload: { event: 'PROVIDER_LINKED', provider: 'google' } },
    ]);
    const query = '{ notifications(first: 1) { edges { node { type event provider from to job { id } } } } }';
    expect(await user.client.data(query)).toMatchObject({
      notifications: {
        edges: [
          {
            node: {
              type: 'SYSTEM',
              event: 'PROVIDER_LINKED',
              provider: 'google',
              from: null,
              to: null,
              job: null,
            },
          },
        ],
      },
    });
  });

  it('costs the same number of statements at any length of the list', async () => {
    const employer = await signUpWithCompany(server, 'Ébène');
    const applicant = await signUp(server, 'CANDIDATE');
    const told: NotificationColumns[] = [];
    for (let index = 0; index < 10; index++) {
      const jobId = await publishedJob(employer);
      const applicationId = await apply(applicant, jobId);
      for (let times = 0; times < 5; times++) told.push({ type: 'STATUS_CHANGE', jobId, applicationId });
    }
    await insertNotifications(server, applicant, told);
    const query = `query ($first: Int!) { notifications(first: $first) { totalCount edges { node {
      job { title company { name } hasApplied } application { status rating job { title } history { to } }
    } } } }`;
    const cost = async (first: number): Promise<number> => {
      let edges: { node: { job: object | null; application: object | null } }[] = [];
      const statements = await countStatements(async () => {
        const answer = await applicant.client.data<{ notifications: { edges: typeof edges } }>(query, {
          first,
        });
        edges = answer.notifications.edges;
      });
      expect(edges).toHaveLength(first);
      for (const { node } of edges) expect(node.job && node.application).not.toBeNull();
      return statements.length;
    };
    const few = await cost(5);
    expect(await cost(50)).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });
});
