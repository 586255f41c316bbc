import 'reflect-metadata';
import { migrations } from './migrations/migrations.js';
import { ormOptions } from './src/platform/database/orm.js';
import { entities } from './src/server/entities.js';

/** For the MikroORM command line (`npm run migration -- <command>`); the server uses the same options. */
export default ormOptions({
  databaseUrl: process.env['DATABASE_URL'] ?? 'postgres://127.0.0.1:5432/intowork',
  entities,
  migrations,
  poolSize: 2,
});
