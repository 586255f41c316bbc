/** Command-line settings of the server: they hold whatever the cluster's own files say. */
export function makeServerArguments(cluster: string, port: number, durable: boolean): string[] {
  const settings = { ...BASE, ...(durable ? {} : NOT_DURABLE), port: String(port) };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

const BASE = {
  listen_addresses: '127.0.0.1',
  // A socket's path has a limit of about 100 bytes, which a data folder may well exceed.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // No replica is ever fed from here: less write-ahead log, one process less.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // `log` leaves out the errors of single statements, whose details quote values such as e-mail addresses.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** For data that may be lost with the machine: tests. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
