import 'reflect-metadata';
import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import { startOrm } from './plain/orm.js';
import { plainSchema } from './plain/schema.js';
import { settings } from './settings.js';

/** Mercurius as its documentation shows it, compiling a document the first time it comes. */
const orm = await startOrm();
const app = fastify();
await app.register(mercurius, {
  schema: await plainSchema(),
  context: () => ({ em: orm.em.fork() }),
  jit: 1,
});
await app.listen({ host: settings.host, port: settings.port });
