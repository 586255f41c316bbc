import 'reflect-metadata';
import { check } from './compare/check.js';
import { LoadGenerator } from './compare/load-generator.js';
import { measureGrowth, type Grown } from './compare/growth.js';
import { busyShare } from './compare/machine.js';
import { measure } from './compare/measure.js';
import { isWanted, readOptions, type Options } from './compare/options.js';
import { queriesOf } from './compare/queries.js';
import { report } from './compare/report.js';
import { serversWith, type Server } from './compare/servers.js';
import { onStage, type Stage } from './compare/stage.js';

/**
 * `npm run bench -- --database postgres://…`: this server beside its peers, on one copy of a seeded database, with the
 * same pool, core and questions. Nothing is timed before all have given the same answers. Writes docs/performance.md.
 */
const options = readOptions(process.argv.slice(2));
try {
  const busyBefore = await busyShare();
  await onStage(options.databaseUrl, (stage) => run(stage, options, busyBefore));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(stage: Stage, wanted: Options, busyBefore: number): Promise<void> {
  const { databaseUrl, cast, bareStatements, volumes, scannedTables, dashboardTimes } = stage;
  const servers = serversWith(bareStatements);
  const queries = queriesOf(cast).filter(({ id }) => isWanted(id, wanted));
  const load = LoadGenerator.start(cast);
  try {
    const checked = await check(queries, servers, databaseUrl, load);
    for (const { query, reason } of checked.waiting)
      process.stdout.write(`${query.id}: left out, ${reason}\n`);
    const measured = await measure(checked, servers, databaseUrl, load, wanted);
    const grown = await growth(stage, servers, load, wanted);
    const { waiting } = checked;
    const found = { measured, waiting, scannedTables, dashboardTimes, grown, volumes, busyBefore };
    await report({ ...found, options: wanted });
  } finally {
    load.stop();
  }
  if (scannedTables.length > 0) throw new Error(`lost an index: ${scannedTables.join('; ')}`);
}

/** Null unless there is a database with ten times the data. */
async function growth(
  stage: Stage,
  servers: Server[],
  load: LoadGenerator,
  wanted: Options,
): Promise<Grown | null> {
  if (wanted.tenTimesUrl === null) return null;
  return measureGrowth(servers, stage, wanted.tenTimesUrl, load, wanted);
}
