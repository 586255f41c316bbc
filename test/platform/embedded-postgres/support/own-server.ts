import { startEmbeddedPostgres } from '../../../../src/platform/database/embedded/embedded-postgres.js';

const [dataDir = '', then] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, durable: false });
process.stdout.write(`${server.url}\n`);
if (then === 'stay') setInterval(() => undefined, 60_000);
if (then === 'exit') process.exit(0);
if (then === 'stop') await server.stop();
