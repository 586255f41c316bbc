import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { Context } from './plain/context.js';
import { startOrm } from './plain/orm.js';
import { plainSchema } from './plain/schema.js';
import { settings } from './settings.js';

/** Apollo Server as its "Get started" shows it. */
const orm = await startOrm();
const server = new ApolloServer<Context>({ schema: await plainSchema() });
await startStandaloneServer(server, {
  listen: { host: settings.host, port: settings.port },
  context: async () => ({ em: orm.em.fork() }),
});
