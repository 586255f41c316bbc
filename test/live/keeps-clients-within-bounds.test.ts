import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import {
  closingOf,
  countLive,
  LISTEN,
  listenBySocket,
  listenByStream,
  nothingOpen,
  socketUrl,
} from '../support/live-clients.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const PROTOCOL = 'graphql-transport-ws';

describe('live delivery', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterEach(() => nothingOpen(server));
  afterAll(() => server.stop());

  /** A socket that has shown its token, without a client's manners. */
  async function rawSocket(accessToken: string): Promise<WebSocket> {
    const socket = new WebSocket(socketUrl(server), PROTOCOL);
    await once(socket, 'open');
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } }),
    );
    await once(socket, 'message');
    return socket;
  }

  async function closeOf(socket: WebSocket): Promise<number> {
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  }

  it('keeps ten connections of a user in all, and refuses the next', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const open = [];
    for (let count = 0; count < 5; count++) {
      open.push(await listenBySocket(server, person));
      open.push(await listenByStream(server, person.accessToken));
    }
    expect((await closingOf(server, person)).code).toBe(4429);
    const stream = await fetch(`${server.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${person.accessToken}` },
      body: JSON.stringify({ query: LISTEN }),
    });
    expect(stream.status).toBe(429);
    expect(await stream.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });

    // Somebody else is not affected, and one that is closed makes room for another.
    const other = await listenBySocket(server, await signUp(server, 'CANDIDATE'));
    open.pop()?.stop();
    await until('room', async () => (await countLive(server, 'connections', 'sse')) === 4);
    open.push(await listenBySocket(server, person));
    for (const listener of [...open, other]) listener.stop();
  });

  it('lets exactly ten of twenty parallel connections in', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const sockets = Array.from({ length: 20 }, () => new WebSocket(socketUrl(server), PROTOCOL));
    const outcomes = await Promise.all(
      sockets.map(async (socket) => {
        await once(socket, 'open');
        socket.send(
          JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } }),
        );
        return Promise.race([once(socket, 'message').then(() => 'in'), closeOf(socket)]);
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 4429)).toHaveLength(10);
    for (const socket of sockets) socket.terminate();
  });

  it('keeps ten subscriptions on a connection, and refuses the next with an error', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const socket = await rawSocket(accessToken);
    const answers: { id: string; type: string; payload: unknown }[] = [];
    socket.on('message', (data: Buffer) =>
      answers.push(JSON.parse(data.toString()) as (typeof answers)[number]),
    );
    for (let id = 0; id < 11; id++) {
      socket.send(JSON.stringify({ id: `${id}`, type: 'subscribe', payload: { query: LISTEN } }));
    }
    await until('a refusal', async () => answers.length > 0);
    await until('the others', async () => (await countLive(server, 'subscriptions', 'websocket')) === 10);
    expect(answers).toMatchObject([
      { id: '10', type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
    for (const id of ['3', '4']) socket.send(JSON.stringify({ id, type: 'complete' }));
    await until('room', async () => (await countLive(server, 'subscriptions', 'websocket')) === 8);
    socket.close();
  });

  it('closes the socket of a client that sends messages without end', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const socket = await rawSocket(accessToken);
    const closed = closeOf(socket);
    for (let count = 0; count < 101; count++) socket.send('{"type":"ping"}');
    expect(await closed).toBe(4429);
  });

  it.each([
    ['that is no JSON', 'hello', 4400],
    ['of an unknown type', '{"type":"hello"}', 4400],
    ['that only servers send', '{"type":"connection_ack"}', 4400],
    ['before the token', JSON.stringify({ id: '1', type: 'subscribe', payload: { query: LISTEN } }), 4401],
    ['of more than 64 KB', JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(70_000) } }), 1009],
  ])('closes a socket after a message %s', async (_what, message, code) => {
    const socket = new WebSocket(socketUrl(server), PROTOCOL);
    await once(socket, 'open');
    const closed = closeOf(socket);
    socket.send(message);
    expect(await closed).toBe(code);
  });

  it('closes a socket that repeats its token, or the id of a subscription', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const init = JSON.stringify({
      type: 'connection_init',
      payload: { authorization: `Bearer ${accessToken}` },
    });
    const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: LISTEN } });
    for (const [message, code] of [
      [init, 4429],
      [subscribe, 4409],
    ] as const) {
      const socket = await rawSocket(accessToken);
      const closed = closeOf(socket);
      socket.send(message);
      socket.send(message);
      expect(await closed).toBe(code);
    }
  });

  it('speaks no other protocol, and on no other path', async () => {
    const other = new WebSocket(socketUrl(server), 'graphql-ws');
    expect(await Promise.race([once(other, 'error').then(() => 'refused'), closeOf(other)])).toEqual(
      'refused',
    );
    const elsewhere = new WebSocket(`${server.url.replace('http', 'ws')}/elsewhere`, PROTOCOL);
    const [error] = (await once(elsewhere, 'error')) as [Error];
    expect(error.message).toContain('404');
  });

  it('answers a request that offers another upgrade as the request it is', async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(
        `${server.url}/livez`,
        { headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  it('forgets clients that vanish without a word', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const listeners = [];
    for (let count = 0; count < 5; count++) listeners.push(await listenBySocket(server, person));
    expect(await countLive(server, 'connections', 'websocket')).toBe(5);
    expect(await countLive(server, 'subscriptions', 'websocket')).toBe(5);
    for (const listener of listeners) listener.destroy();
    await nothingOpen(server);
    expect(await countLive(server, 'subscriptions', 'websocket')).toBe(0);
  });

  it('forgets a client that vanishes while its token is being looked at', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    for (let count = 0; count < 20; count++) {
      const socket = new WebSocket(socketUrl(server), PROTOCOL);
      await once(socket, 'open');
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } }),
      );
      socket.terminate();
      const abort = new AbortController();
      const stream = fetch(`${server.url}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
        body: JSON.stringify({ query: LISTEN }),
        signal: abort.signal,
      }).catch(() => undefined);
      setTimeout(() => abort.abort(), count);
      await stream;
    }
    await nothingOpen(server);
    const listener = await listenBySocket(server, { accessToken });
    listener.stop();
  });
});

describe('the origin of a page', () => {
  const ORIGIN = 'https://www.intowork.example';

  async function answerTo(server: TestServer, origin: string): Promise<number> {
    const socket = new WebSocket(socketUrl(server), PROTOCOL, { origin });
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.once('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.once('open', () => {
        socket.close();
        resolve(101);
      });
    });
  }

  it.each([
    ['named', ORIGIN, 101],
    ['not named', 'https://evil.example', 403],
    ['no origin at all', 'null', 403],
  ])('that is %s is let in, or not', async (_what, origin, status) => {
    const server = await startTestServer({ env: { ALLOWED_ORIGINS: ORIGIN } });
    expect(await answerTo(server, origin)).toBe(status);
    await server.stop();
  });

  it('may be any in development, and is let in when it is the server itself', async () => {
    const open = await startTestServer();
    expect(await answerTo(open, 'https://evil.example')).toBe(101);
    await open.stop();
    const strict = await startTestServer({ env: { ALLOWED_ORIGINS: ORIGIN } });
    expect(await answerTo(strict, strict.url)).toBe(101);
    await strict.stop();
  });
});
