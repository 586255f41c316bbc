import { sql } from 'kysely';
import { migrations } from '../../migrations/migrations.js';
import { Database } from '../../src/platform/database/database.js';
import { startOrm } from '../../src/platform/database/orm.js';
import { entities } from '../../src/server/entities.js';
import { signInTheCast, type Cast } from './cast.js';
import { figuresOf, ratioOf, type Slice } from './figures.js';
import type { LoadGenerator } from './load-generator.js';
import { measureSlice } from './measure.js';
import { NO_HASH } from './open-sessions.js';
import { bringForwardAverageCompanies } from './newest-companies.js';
import { isWanted, type Options } from './options.js';
import { queriesOf, type Query, type ServerName } from './queries.js';
import { TOKENS, type Server } from './servers.js';
import { volumesOf } from './volumes.js';

/** The p50 of one query with ten times the data, beside that of the run's own data. */
export interface Growth {
  server: Server;
  query: Query;
  p50: number;
  p50OfTenTimes: number;
  /** Median of the rounds' ratios. */
  ratio: number;
}

export interface Grown {
  volumes: string;
  growths: Growth[];
}

/**
 * Q1 to Q5; of the dashboards those of an average employer, a candidate and an administrator. What can be kept in memory is
 * asked for without that too, since what is kept costs the same with any amount of data.
 */
const GROWING: Partial<Record<ServerName, string[]>> = {
  ours: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5A', 'Q5C', 'Q5D'],
  uncached: ['Q1', 'Q2', 'Q4'],
};

const idsFor = ({ name }: Server, options: Options): string[] =>
  (GROWING[name] ?? []).filter((id) => isWanted(id, options));

/**
 * Asks the same of ours on two databases in turn, round by round. The larger one is not copied: these queries only read, the
 * sessions opened for them are taken out again, and ten companies are made its newest as on every stage.
 */
export async function measureGrowth(
  servers: Server[],
  own: { databaseUrl: string; cast: Cast },
  tenTimesUrl: string,
  load: LoadGenerator,
  options: Options,
): Promise<Grown> {
  const orm = await startOrm({ databaseUrl: tenTimesUrl, entities, migrations, poolSize: 1 });
  const db = await Database.on(orm);
  try {
    await bringForwardAverageCompanies(db);
    const cast = await signInTheCast(db, TOKENS, { candidates: 0 });
    const volumes = await volumesOf(db);
    const growths: Growth[] = [];
    for (const server of servers.filter((one) => idsFor(one, options).length > 0))
      growths.push(...(await inTurn(server, [own, { databaseUrl: tenTimesUrl, cast }], load, options)));
    return { volumes, growths };
  } finally {
    await db.rows(sql`delete from sessions where refresh_token_hash = ${NO_HASH}`);
    await orm.close();
  }
}

async function inTurn(
  server: Server,
  sides: { databaseUrl: string; cast: Cast }[],
  load: LoadGenerator,
  options: Options,
): Promise<Growth[]> {
  const running = await Promise.all(
    sides.map(async ({ databaseUrl, cast }) => ({
      queries: new Map(queriesOf(cast).map((query) => [query.id, query])),
      process: await server.start(databaseUrl),
    })),
  );
  for (const { process } of running) process.pause();
  try {
    const growths: Growth[] = [];
    for (const id of idsFor(server, options)) {
      const slices: Slice[][] = sides.map(() => []);
      for (let turn = 0; turn < options.rounds * sides.length; turn++) {
        // a b, b a, a b, …: none is always first.
        const side = (turn + Math.floor(turn / sides.length)) % sides.length;
        const [one, query] = [running[side], running[side]?.queries.get(id)];
        if (!one || !query) throw new Error(`there is no query ${id}`);
        const isFirst = turn < sides.length;
        const { process } = one;
        slices[side]?.push(await measureSlice(query, { server, process }, load, isFirst, options));
      }
      const [query, own, tenTimes] = [running[0]?.queries.get(id), slices[0], slices[1]];
      if (!query || !own || !tenTimes) throw new Error(`nothing was measured of ${id}`);
      growths.push(growthOf(server, query, own, tenTimes));
    }
    return growths;
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}

function growthOf(server: Server, query: Query, own: Slice[], tenTimes: Slice[]): Growth {
  const [before, after] = [figuresOf(own, null, 0), figuresOf(tenTimes, null, 0)];
  const ratio = ratioOf(after, before, ({ p50 }) => p50);
  process.stdout.write(
    `${query.id}, ${server.title}: p50 ${before.p50.toFixed(1)} ms, with ten times the data ${after.p50.toFixed(1)} ms\n`,
  );
  return { server, query, p50: before.p50, p50OfTenTimes: after.p50, ratio };
}
