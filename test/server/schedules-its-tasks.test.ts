import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEDULED_TASKS } from '../../src/server/scheduled-tasks.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('a scheduled task', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await apply(await signUp(server, 'CANDIDATE'), await publishedJob(await signUpWithCompany(server)));
    for (const { run } of SCHEDULED_TASKS) await run(server.db, server.clock.now());
  });
  afterAll(() => server.stop());

  it.each(SCHEDULED_TASKS.map((task) => [task.name, task] as const))(
    '(%s) can be done by many processes at once, and leaves alone what is not due',
    async (_name, { run }) => {
      const before = await tableDigests(server.db);
      await Promise.all(Array.from({ length: 6 }, () => run(server.db, server.clock.now())));
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it('is repeated by every server that runs, until it stops', async () => {
    const repeated = new Set<string>();
    const other = await startTestServer({
      databaseUrl: server.databaseUrl,
      repeat: (_interval, _log, name) => {
        repeated.add(name);
        return { stop: async () => void repeated.delete(name) };
      },
    });
    const names = [...SCHEDULED_TASKS.map(({ name }) => name), 'tending the queue', 'removing files'];
    expect([...repeated]).toEqual(names);
    await other.stop();
    expect([...repeated]).toEqual([]);
  });

  it('has a name of its own', () => {
    expect(new Set(SCHEDULED_TASKS.map(({ name }) => name)).size).toBe(SCHEDULED_TASKS.length);
  });
});
