/** What the benchmark tells each server: the database all share, how many connections it may hold, where to listen. */
export const settings = {
  databaseUrl: required('DATABASE_URL'),
  poolSize: Number(required('DATABASE_POOL_SIZE')),
  host: '127.0.0.1',
  port: Number(required('PORT')),
};

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
