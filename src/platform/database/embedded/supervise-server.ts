import type { DataFolder } from './data-folder.js';
import type { RunningServer } from './run-server.js';
import { readLogTail } from './server-log.js';
import { sendSignal, stopServer } from './stop-server.js';

/** Ties the server's life to ours and reports an end we did not ask for. Returns how to stop it in order. */
export function superviseServer(
  server: RunningServer,
  folder: DataFolder,
  onMessage: (message: string) => void,
): () => Promise<void> {
  let stopping = false;
  // When this process ends without stopping it, the server shuts down by itself; after a SIGKILL it stays.
  const endWithUs = () => sendSignal(server.process, 'SIGINT');
  process.once('exit', endWithUs);
  server.child?.once('exit', () => {
    if (stopping) return;
    void readLogTail(folder).then((log) => onMessage(`The embedded PostgreSQL ended unexpectedly:\n${log}`));
  });
  return async () => {
    stopping = true;
    process.off('exit', endWithUs);
    await stopServer(server.process);
  };
}
