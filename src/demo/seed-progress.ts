import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** Where seeding tells how it goes: a terminal gets bars, anything else lines. */
export type SeedOutput = NodeJS.WritableStream & { isTTY?: boolean };

/** Shows what `onProgress` hears until `stop`. */
export interface SeedProgress {
  onProgress: (table: string, done: number, total: number) => void;
  stop: () => void;
}

/** One bar or one line for each table. */
export function showProgress(out: SeedOutput): SeedProgress {
  return out.isTTY === true ? bars(out) : lines(out);
}

function bars(out: SeedOutput): SeedProgress {
  const format = '{table} {bar} {value}/{total}';
  const multiBar = new MultiBar({ stream: out, format, hideCursor: true }, Presets.shades_classic);
  const byTable = new Map<string, SingleBar>();
  return {
    onProgress(table, done, total) {
      const bar = byTable.get(table) ?? multiBar.create(total, 0, { table: table.padEnd(18) });
      byTable.set(table, bar);
      bar.update(done);
    },
    stop: () => multiBar.stop(),
  };
}

function lines(out: SeedOutput): SeedProgress {
  return {
    onProgress(table, done, total) {
      if (done === total) out.write(`${table}: ${total.toLocaleString('en')} rows\n`);
    },
    stop() {},
  };
}
