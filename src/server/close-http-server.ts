import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 50;

/** Connections of each server on which nothing was said yet: browsers and others open some in advance. */
const unused = new WeakMap<Server, Set<Socket>>();

/** Remembers the connections that Node does not count among the idle ones, because they still owe their first request. */
export function noteUnusedConnections(server: Server): void {
  const sockets = new Set<Socket>();
  unused.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', ({ socket }) => sockets.delete(socket));
}

/** Lets running requests finish; connections end as soon as nothing runs on them, however long clients would keep them. */
export async function closeHttpServer(app: FastifyInstance): Promise<void> {
  // close() ends only the connections that are idle at that moment: one that is busy would hold it up for over a minute.
  const sweep = setInterval(() => {
    app.server.closeIdleConnections();
    for (const socket of unused.get(app.server) ?? []) if (socket.bytesRead === 0) socket.destroy();
  }, SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
