import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { LoadGenerator } from './compare/load-generator.js';
import { sampleMetrics } from './compare/metrics-samples.js';
import { CONDITIONS, readOptions } from './compare/options.js';
import { serversWith } from './compare/servers.js';
import { reportSoak, type SoakSample } from './compare/soak-report.js';
import { onStage, type Stage } from './compare/stage.js';

/**
 * `npm run bench:soak -- --minutes 20 --database postgres://…`: the mix of Q9 for a long time, looking at memory and at the
 * pool meanwhile. Writes docs/performance-soak.md.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    database: { type: 'string' },
    out: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const SAMPLE_SECONDS = 10;

try {
  const { databaseUrl } = readOptions(values.database === undefined ? [] : ['--database', values.database]);
  await onStage(databaseUrl, soak);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function soak({ databaseUrl, cast, bareStatements, volumes }: Stage): Promise<void> {
  const ours = serversWith(bareStatements).find(({ name }) => name === 'ours');
  if (!ours) throw new Error('there is no server to measure');
  const load = LoadGenerator.start(cast);
  const server = await ours.start(databaseUrl);
  const samples: SoakSample[] = [];
  try {
    for (let second = 0; second < minutes * 60; second += SAMPLE_SECONDS) {
      let isOver = false;
      const sampling = sampleMetrics(server.url, () => isOver);
      const cpuBefore = await server.cpuMs();
      const result = await load
        .run({
          url: ours.addressOf(server.url, ''),
          requests: 'mix',
          connections: CONDITIONS.connections,
          until: { seconds: SAMPLE_SECONDS },
        })
        .finally(() => (isOver = true));
      const metrics = await sampling;
      const cpuShare = ((await server.cpuMs()) - cpuBefore) / 1000 / result.seconds;
      samples.push({ ...result, cpuShare, residentMiB: await server.residentMiB(), metrics });
      const { operations, seconds, p99, residentMiB } = samples.at(-1) as SoakSample;
      process.stdout.write(
        `${second + SAMPLE_SECONDS} s: ${(operations / seconds).toFixed(0)}/s, p99 ${p99.toFixed(0)} ms, ${residentMiB.toFixed(0)} MiB\n`,
      );
    }
  } finally {
    load.stop();
    await server.stop();
  }
  await reportSoak({ samples, volumes, out: values.out ?? 'docs' });
}
