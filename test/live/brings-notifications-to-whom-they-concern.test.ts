import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import { sql } from 'kysely';
import { NotificationReceivedDocument } from '../../client/operations.js';
import {
  closingOf,
  countLive,
  LISTEN,
  listenBySocket,
  listenByStream,
  nothingOpen,
  type Listener,
  type LiveResult,
} from '../support/live-clients.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';
import { uuidIn } from '../support/uuid-in.js';

const BULK_MOVE = `mutation ($input: MoveApplicationsInput!) {
  moveApplications(input: $input) { results { userErrors { code } } userErrors { code } }
}`;

describe('a live notification', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let jobId: string;
  const listeners: Listener[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    jobId = await publishedJob(employer);
  });
  afterEach(async () => {
    for (const listener of listeners.splice(0)) listener.stop();
    await nothingOpen(server);
  });
  afterAll(() => server.stop());

  async function listening<T extends Listener>(start: Promise<T>): Promise<T> {
    const listener = await start;
    listeners.push(listener);
    return listener;
  }

  const bySocket = (person: Person) => listening(listenBySocket(server, person));
  const byStream = (person: Person) => listening(listenByStream(server, person.accessToken));

  async function applicant(): Promise<{ candidate: Person; applicationId: string }> {
    const candidate = await signUp(server, 'CANDIDATE');
    return { candidate, applicationId: await apply(candidate, jobId) };
  }

  it.each([
    ['a WebSocket', bySocket],
    ['server-sent events', byStream],
  ])('of a status change reaches the candidate over %s, and nobody else', async (_transport, listen) => {
    const { candidate, applicationId } = await applicant();
    const other = await applicant();
    const mine = await listen(candidate);
    const theirs = await listen(other.candidate);
    const company = await listen(employer);

    await move(employer, applicationId, 'SHORTLISTED');
    const [received] = await mine.received(1);
    expect(received).toMatchObject({
      type: 'STATUS_CHANGE',
      from: 'APPLIED',
      to: 'SHORTLISTED',
      job: { title: 'Comptable' },
      application: { id: applicationId, status: 'SHORTLISTED' },
    });
    // Theirs is the next one; had the first been sent to them, it would be before it.
    await move(employer, other.applicationId, 'INTERVIEW');
    expect(await theirs.received(1)).toMatchObject([
      { to: 'INTERVIEW', application: { id: other.applicationId } },
    ]);
    expect(mine.results).toHaveLength(1);
    expect(company.results).toEqual([]);
  });

  it('is the one that the list shows', async () => {
    const { candidate, applicationId } = await applicant();
    const listener = await bySocket(candidate);
    await move(employer, applicationId, 'SHORTLISTED');
    const [received] = await listener.received(1);
    const { notifications } = await candidate.client.data<{
      notifications: { edges: { node: { id: string } }[] };
    }>('{ notifications(first: 1) { edges { node { id } } } }');
    expect(notifications.edges[0]?.node.id).toBe(received?.id);
  });

  it('of an application reaches the author of the job', async () => {
    const listener = await byStream(employer);
    const { applicationId } = await applicant();
    expect(await listener.received(1)).toMatchObject([
      { type: 'NEW_APPLICATION', application: { id: applicationId, status: 'APPLIED' } },
    ]);
  });

  it('reaches every connection of its user, and each subscription on one', async () => {
    const { candidate, applicationId } = await applicant();
    const all = [await bySocket(candidate), await bySocket(candidate), await byStream(candidate)];
    await move(employer, applicationId, 'SHORTLISTED');
    const ids = await Promise.all(all.map(async (listener) => (await listener.received(1))[0]?.id));
    expect(new Set(ids).size).toBe(1);
  });

  it('of a bulk move reaches each candidate with one job in the queue for all', async () => {
    const applicants = [await applicant(), await applicant(), await applicant()];
    const open = [];
    for (const { candidate } of applicants) open.push(await bySocket(candidate));
    await server.db.rows(sql`create table announced (payload json)`);
    await server.db.rows(sql`create function note_job() returns trigger language plpgsql as $$
      begin
        insert into public.announced select new.payload
          from graphile_worker._private_tasks t
          where t.id = new.task_id and t.identifier = 'announceNotifications';
        return new;
      end $$`);
    await server.db.rows(
      sql`create trigger note_job after insert on graphile_worker._private_jobs for each row execute function note_job()`,
    );
    await employer.client.data(BULK_MOVE, {
      input: { applicationIds: applicants.map(({ applicationId }) => applicationId), to: 'SHORTLISTED' },
    });
    for (const [index, listener] of open.entries()) {
      expect(await listener.received(1)).toMatchObject([
        { to: 'SHORTLISTED', application: { id: applicants[index]?.applicationId } },
      ]);
    }
    expect(await server.db.rows(sql`select 1 from announced`)).toHaveLength(1);
  });

  it('is not sent for an act that is rolled back', async () => {
    const { candidate, applicationId } = await applicant();
    const listener = await bySocket(candidate);
    await server.db.rows(sql`create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'refused'; end $$`);
    await server.db.rows(sql`create constraint trigger refuse after insert on notifications
      deferrable initially deferred for each row execute function refuse()`);
    const code = await employer.client.errorCode(
      `mutation ($id: ID!) { moveApplication(input: { applicationId: $id, to: SHORTLISTED }) { userErrors { code } } }`,
      { id: applicationId },
    );
    expect(code).toBe('INTERNAL_SERVER_ERROR');
    await server.db.rows(sql`drop trigger refuse on notifications`);
    await move(employer, applicationId, 'INTERVIEW');
    expect(await listener.received(1)).toMatchObject([{ from: 'APPLIED', to: 'INTERVIEW' }]);
    expect(listener.results).toHaveLength(1);
  });

  it('that is deleted before it is sent is passed over', async () => {
    const { candidate, applicationId } = await applicant();
    const listener = await bySocket(candidate);
    await server.db.rows(sql`create function vanish() returns trigger language plpgsql as $$
      begin delete from notifications where id = new.id; return null; end $$`);
    await server.db.rows(sql`create trigger vanish after insert on notifications
      for each row execute function vanish()`);
    await move(employer, applicationId, 'SHORTLISTED');
    await server.db.rows(sql`drop trigger vanish on notifications`);
    await move(employer, applicationId, 'INTERVIEW');
    expect(await listener.received(1)).toMatchObject([{ to: 'INTERVIEW' }]);
    expect(listener.results).toHaveLength(1);
  });

  it('is seen with the rights of the moment, not of when the subscription began', async () => {
    const listener = await bySocket(employer);
    await server.db.rows(sql`
      update employers set can_manage_candidates = false, is_company_admin = false where user_id = ${uuidIn(employer.id)}`);
    await applicant();
    expect(await listener.received(1)).toMatchObject([{ type: 'NEW_APPLICATION', application: null }]);
    await server.db.rows(sql`
      update employers set can_manage_candidates = true, is_company_admin = true where user_id = ${uuidIn(employer.id)}`);
    await applicant();
    expect((await listener.received(2))[1]?.application).not.toBeNull();
  });

  it('is understood by the client of graphql-sse', async () => {
    const { candidate, applicationId } = await applicant();
    const results: LiveResult[] = [];
    const client = createClient({
      url: `${server.url}/graphql/stream`,
      headers: { authorization: `Bearer ${candidate.accessToken}` },
      retryAttempts: 0,
    });
    client.subscribe(
      { query: LISTEN },
      {
        next: (result) => results.push(result as LiveResult),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await until('a stream', async () => (await countLive(server, 'subscriptions', 'sse')) === 1);
    await move(employer, applicationId, 'SHORTLISTED');
    await until('its notification', async () => results.length === 1);
    expect(results[0]?.data?.notificationReceived.to).toBe('SHORTLISTED');
    client.dispose();
  });

  it('comes as the typed document of the operation asks for it', async () => {
    const { candidate, applicationId } = await applicant();
    const listener = await listening(listenBySocket(server, candidate, print(NotificationReceivedDocument)));
    await move(employer, applicationId, 'SHORTLISTED');
    expect(await listener.received(1)).toMatchObject([
      { to: 'SHORTLISTED', application: { id: applicationId } },
    ]);
  });

  it('is not for somebody who has not signed in', async () => {
    expect(await closingOf(server, {})).toMatchObject({ code: 4401 });
  });

  it('comes from /graphql as well, when events are all a client takes', async () => {
    const { candidate, applicationId } = await applicant();
    const listener = await listening(listenByStream(server, candidate.accessToken, '/graphql'));
    await move(employer, applicationId, 'SHORTLISTED');
    expect(await listener.received(1)).toMatchObject([{ to: 'SHORTLISTED' }]);
  });
});
