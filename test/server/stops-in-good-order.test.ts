import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { holdTable, untilWaiting } from '../support/hold-table.js';
import { openConnections } from '../support/on-server.js';
import { request } from '../support/raw-request.js';
import { createTestDatabase } from '../support/test-database.js';
import { startTestServer } from '../support/test-server.js';

const JOBS = JSON.stringify({ query: '{ jobs { totalCount } }' });

describe('a server that is stopped', () => {
  it('finishes the requests it has begun, takes no new ones and leaves no connection behind', async () => {
    const database = await createTestDatabase();
    const server = await startTestServer({ databaseUrl: database.url });
    const release = await holdTable(database.url, 'jobs');
    const running = Array.from({ length: 5 }, () =>
      request(server, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JOBS }),
    );
    await untilWaiting(database.url, 5);

    const stopped = server.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(request(server, { path: '/livez' })).rejects.toThrow('fetch failed');
    await release();
    const answers = await Promise.all(running);
    expect(answers.map(({ status, text }) => [status, text.trim()])).toEqual(
      Array.from({ length: 5 }, () => [200, '{"data":{"jobs":{"totalCount":0}}}']),
    );
    await stopped;
    expect(await openConnections({ databaseUrl: database.url })).toBe(0);
    await database.drop();
  });

  it('does not wait for clients that keep their connection and say nothing', async () => {
    const server = await startTestServer();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      httpRequest(`${server.url}/livez`, { agent }, (response) => {
        response.resume();
        response.on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
    const start = performance.now();
    await server.stop();
    expect(performance.now() - start).toBeLessThan(3000);
    agent.destroy();
  });

  it('does not wait for connections on which nothing was ever said', async () => {
    const server = await startTestServer();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    // Once this is answered, the connection before it has been accepted too.
    await request(server, { path: '/livez' });
    const start = performance.now();
    await server.stop();
    expect(performance.now() - start).toBeLessThan(3000);
    socket.destroy();
  });

  it('logs no error on its way', async () => {
    const server = await startTestServer();
    await server.client().data('{ jobs { totalCount } }');
    await server.stop();
    const levels = server.logLines.map((line) => (JSON.parse(line) as { level: number }).level);
    expect(server.logLines.filter((_, index) => (levels[index] ?? 0) >= 40)).toEqual([]);
  });
});
