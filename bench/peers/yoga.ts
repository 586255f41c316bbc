import 'reflect-metadata';
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { startOrm } from './plain/orm.js';
import { plainSchema } from './plain/schema.js';
import { settings } from './settings.js';

/** GraphQL Yoga as its "Quick start" shows it. */
const orm = await startOrm();
const yoga = createYoga({
  schema: await plainSchema(),
  context: () => ({ em: orm.em.fork() }),
  graphiql: false,
});
const server = createServer(yoga);
server.listen(settings.port, settings.host);
