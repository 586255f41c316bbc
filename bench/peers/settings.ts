/** What the benchmark tells each server: the database all share, how many connections it may hold, where to listen. */
export const settings = {
  databaseUrl: required('DATABASE_URL'),
  poolSize: Number(required('DATABASE_POOL_SIZE')),
  host: '127.0.0.1',
  port: Number(process.env['PORT'] ?? 0),
};

/** Tells the benchmark that requests can come. */
export function ready(url: string): void {
  process.stdout.write(`ready at ${url}\n`);
}

/** Where a server listens that was told to take any free port. */
export function urlOf(address: unknown): string {
  const { port } = address as { port: number };
  return `http://${settings.host}:${port}`;
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
