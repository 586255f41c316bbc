import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import { Role } from '../../src/graphql/role.js';
import { claimsIn } from '../support/accounts.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { listenBySocket, listenByStream, nothingOpen } from '../support/live-clients.js';
import { signOutEverywhere } from '../support/own-sessions.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TEST_SECRET } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

const HOUR = 60 * 60 * 1000;

interface Process {
  api: ApiProcess;
  url: string;
  client(): GraphqlClient;
}

/** Two whole programs that share nothing but the database and Redis, as behind a load balancer. */
describeWithRedis('live delivery by two processes', () => {
  let database: TestDatabase;
  let dataDir: string;
  let a: Process;
  let b: Process;
  let employer: EmployerWithCompany;
  let jobId: string;

  async function start(): Promise<Process> {
    const api = startApiProcess({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      REDIS_URL: redisUrl,
      AUTH_SECRET: TEST_SECRET,
      PORT: '0',
      PASSWORD_HASH_COST: '4',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    await api.says('Stop with Ctrl-C');
    const url = /ready at (\S+?)\/graphql/.exec(api.output())?.[1] ?? '';
    return { api, url, client: () => new GraphqlClient(`${url}/graphql`) };
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'intowork-live-'));
    [a, b] = await Promise.all([start(), start()]);
    employer = await signUpWithCompany(a);
    jobId = await publishedJob(employer);
  }, 120_000);
  afterEach(async () => {
    await nothingOpen(a);
    await nothingOpen(b);
  });
  afterAll(async () => {
    for (const { api } of [a, b]) {
      api.child.kill('SIGTERM');
      await api.ended;
    }
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }, 120_000);

  async function sql(text: string, values: unknown[]): Promise<void> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(text, values);
    await client.end();
  }

  it('brings a status change made through the one to subscribers of the other', async () => {
    const candidate = await signUp(a, 'CANDIDATE');
    const applicationId = await apply(candidate, jobId);
    const listeners = [
      await listenBySocket(b, candidate),
      await listenByStream(b, candidate.accessToken),
      await listenBySocket(a, candidate),
    ];
    await move(employer, applicationId, 'SHORTLISTED');
    for (const listener of listeners) {
      expect(await listener.received(1)).toMatchObject([
        { from: 'APPLIED', to: 'SHORTLISTED', application: { id: applicationId } },
      ]);
    }
    for (const listener of listeners) listener.stop();
  });

  const endings: [string, number, (person: Person) => Promise<unknown>][] = [
    ['signed out everywhere', 4403, ({ client }) => signOutEverywhere(client, 'ALL')],
    [
      'revoked in the database',
      4403,
      ({ id }) =>
        sql(`update sessions set revoked_at = now(), revoked_reason = 'REVOKED' where user_id = $1`, [
          uuidIn(id),
        ]),
    ],
    [
      'of a user who is deactivated in the database',
      4403,
      ({ id }) => sql('update users set is_active = false where id = $1', [uuidIn(id)]),
    ],
  ];

  it.each(endings)('ends in both when a session is %s, with %i', async (_what, code, act) => {
    const person = await signUp(a, 'CANDIDATE');
    const sockets = [await listenBySocket(a, person), await listenBySocket(b, person)];
    const stream = await listenByStream(b, person.accessToken);
    await act(person);
    for (const socket of sockets) expect((await socket.closed).code).toBe(code);
    await stream.ended;
    expect(stream.events).toEqual(['next', 'complete']);
  });

  it('ends in both when the token expires, with 4401', async () => {
    const person = await signUp(a, 'CANDIDATE');
    const { sub: userId = '', sid: sessionId } = claimsIn(person.accessToken);
    const issuedAt = new Date(Date.now() - HOUR + 4000);
    const accessToken = new Tokens(new SigningKeys(TEST_SECRET), 1).signAccess(
      { userId, sessionId: String(sessionId), role: Role.CANDIDATE },
      issuedAt,
      new Date(Date.now() + HOUR),
    );
    const sockets = [await listenBySocket(a, { accessToken }), await listenBySocket(b, { accessToken })];
    for (const socket of sockets) expect((await socket.closed).code).toBe(4401);
  });
});
