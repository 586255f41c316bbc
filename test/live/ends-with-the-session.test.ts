import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { WebSocket } from 'ws';
import { setActive } from '../support/accounts.js';
import {
  closingOf,
  listenBySocket,
  listenByStream,
  nothingOpen,
  socketUrl,
  LISTEN,
} from '../support/live-clients.js';
import { mySessions, revoke, signOutEverywhere } from '../support/own-sessions.js';
import { PASSWORD, signUp, type Person } from '../support/people.js';
import { signedInNow } from '../support/sign-in-now.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const DAY = 24 * 60 * 60 * 1000;

describe('a live connection', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterEach(() => nothingOpen(server));
  afterAll(() => server.stop());

  it.each([
    ['without a token', {}, 4401],
    ['with a token that is none', { accessToken: 'nonsense' }, 4401],
    ['with a header that is no token', { headers: { authorization: 'Basic dXNlcjpwYXNz' } }, 4401],
  ])('%s is closed', async (_what, settings, code) => {
    expect((await closingOf(server, settings)).code).toBe(code);
  });

  it('with a refresh token is closed with 4401', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    expect((await closingOf(server, { accessToken: refreshToken })).code).toBe(4401);
  });

  it('with the token of a session that has ended is closed with 4403', async () => {
    const { client, accessToken } = await signUp(server, 'CANDIDATE');
    await signOutEverywhere(client, 'ALL');
    expect((await closingOf(server, { accessToken })).code).toBe(4403);
  });

  it('may bring its token in the header of the request', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const listener = await listenBySocket(server, { headers: { authorization: `Bearer ${accessToken}` } });
    listener.stop();
    expect((await listener.closed).code).toBe(1000);
  });

  it('that does not say who it is is closed with 4408', async () => {
    const socket = new WebSocket(socketUrl(server), 'graphql-transport-ws');
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(code).toBe(4408);
  });

  const endings: [string, number, (person: Person) => Promise<unknown>][] = [
    ['signed out', 4403, ({ client }) => client.data('mutation { signOut { __typename } }')],
    ['signed out everywhere', 4403, ({ client }) => signOutEverywhere(client, 'ALL')],
    [
      'revoked from another device',
      4403,
      async (person) => {
        const { client } = await signedInNow(server, person);
        const other = (await mySessions(client)).find(({ isCurrent }) => !isCurrent);
        return revoke(client, `${other?.id}`);
      },
    ],
    ['deactivated', 4403, ({ email }) => setActive(server, email, false)],
    ['revoked in the database', 4403, ({ id }) => revokeInDatabase(id)],
    [
      'deleted with its account',
      4403,
      ({ client }) =>
        client.data(
          `mutation ($password: String!) { deleteAccount(input: { currentPassword: $password }) { userErrors { code } } }`,
          { password: PASSWORD },
        ),
    ],
    [
      'outlived by its token',
      4401,
      async () => {
        server.clock.advance(DAY);
      },
    ],
  ];

  function revokeInDatabase(userId: string): Promise<unknown> {
    return server.db.rows(
      sql`update sessions set revoked_at = now(), revoked_reason = 'REVOKED' where user_id = ${uuidIn(userId)}`,
    );
  }

  it.each(endings)('whose session is %s is closed with %i', async (_what, code, act) => {
    const person = await signUp(server, 'CANDIDATE');
    const listener = await listenBySocket(server, person);
    await act(person);
    expect((await listener.closed).code).toBe(code);
  });

  it.each(endings)('by events whose session is %s ends with an error', async (_what, _code, act) => {
    const person = await signUp(server, 'CANDIDATE');
    const listener = await listenByStream(server, person.accessToken);
    await act(person);
    await listener.ended;
    expect(listener.events).toEqual(['next', 'complete']);
    expect(listener.results).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });

  it('of another session of the same user stays open', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const device = await signedInNow(server, person);
    const mine = await listenBySocket(server, device);
    const other = await listenBySocket(server, person);
    await signOutEverywhere(device.client, 'OTHERS');
    expect((await other.closed).code).toBe(4403);
    // Still good for another subscription.
    const again = await listenBySocket(server, device);
    mine.stop();
    again.stop();
    expect((await mine.closed).code).toBe(1000);
  });

  it('gets nothing that was written after its session ended, however soon', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const listener = await listenBySocket(server, person);
    // In one statement, so that nobody has noticed the end when the notification is announced.
    await server.db.rows(sql`
      with ended as (
        update sessions set revoked_at = now(), revoked_reason = 'REVOKED' where user_id = ${uuidIn(person.id)} returning id
      ), written as (
        insert into notifications (id, user_id, type, payload)
        values (gen_random_uuid(), ${uuidIn(person.id)}, 'SYSTEM', '{}') returning id, user_id
      )
      select graphile_worker.add_job('announceNotifications', json_build_object(
        'ids', json_build_array(json_build_array(user_id, id)), 'at', ${server.clock.now().toISOString()}::text)) from written`);
    expect((await listener.closed).code).toBe(4403);
    expect(listener.results).toEqual([]);
  });

  it('is refused as an HTTP request when it asks for events without a good token', async () => {
    for (const authorization of ['', 'Bearer nonsense']) {
      const response = await fetch(`${server.url}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
        body: JSON.stringify({ query: LISTEN }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});
