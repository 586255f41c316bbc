import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { listenBySocket, listenByStream, socketUrl } from '../support/live-clients.js';
import { openConnections } from '../support/on-server.js';
import { signUp } from '../support/people.js';
import { createTestDatabase } from '../support/test-database.js';
import { startTestServer } from '../support/test-server.js';

describe('a server with live clients that is stopped', () => {
  it('sends them elsewhere, and leaves no connection behind', async () => {
    const database = await createTestDatabase();
    const server = await startTestServer({ databaseUrl: database.url });
    const person = await signUp(server, 'CANDIDATE');
    const socket = await listenBySocket(server, person);
    const stream = await listenByStream(server, person.accessToken);
    const silent = new WebSocket(socketUrl(server), 'graphql-transport-ws');
    await once(silent, 'open');
    const silenced = once(silent, 'close');

    await server.stop();
    expect((await socket.closed).code).toBe(1001);
    expect((await silenced)[0]).toBe(1001);
    await stream.ended;
    // Broken off, not completed: clients connect again by themselves.
    expect(stream.events).toEqual([]);
    expect(await openConnections({ databaseUrl: database.url })).toBe(0);
    const levels = server.logLines.map((line) => (JSON.parse(line) as { level: number }).level);
    expect(server.logLines.filter((_, index) => (levels[index] ?? 0) >= 40)).toEqual([]);
    await database.drop();
  });

  it('does not wait for one that answers no goodbye', async () => {
    const server = await startTestServer();
    const socket = new WebSocket(socketUrl(server), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.pause();
    await server.stop();
    socket.terminate();
  });
});
