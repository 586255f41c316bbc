import { connect, createServer, type AddressInfo } from 'node:net';

/** Connections of these are not made for a request. */
const NOT_FOR_REQUESTS = 'intowork queue';

/**
 * A door to PostgreSQL that counts the statements sent through it. Counting on the wire needs no extension in the
 * database, and treats all servers alike; nothing is timed while it stands in between.
 */
export class StatementCounter {
  statements = 0;

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async before(databaseUrl: string): Promise<StatementCounter> {
    const target = new URL(databaseUrl);
    const server = createServer((client) => {
      const upstream = connect(Number(target.port || 5432), target.hostname);
      const count = messageCounter(() => (counter.statements += 1));
      client.on('data', count);
      client.pipe(upstream).pipe(client);
      client.on('error', () => upstream.destroy());
      upstream.on('error', () => client.destroy());
      client.on('close', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    const counter = new StatementCounter(
      url.href,
      () => new Promise((resolve) => server.close(() => resolve())),
    );
    return counter;
  }
}

const START_UP_HEADER = 4;
const HEADER = 5;
/** Frontend messages that run a statement: Execute, and Query for the simple protocol. */
const RUNS_A_STATEMENT = new Set(['E', 'Q']);

/** Reads the frontend's side of PostgreSQL's protocol: one start-up message without a type, then typed ones. */
function messageCounter(onStatement: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let hasStarted = false;
  let isCounted = true;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const header = hasStarted ? HEADER : START_UP_HEADER;
      if (rest.length < header) return;
      const length = rest.readInt32BE(header - 4) + header - 4;
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      if (!hasStarted) isCounted = !message.includes(NOT_FOR_REQUESTS);
      else if (isCounted && RUNS_A_STATEMENT.has(String.fromCharCode(message[0] ?? 0))) onStatement();
      hasStarted = true;
      rest = rest.subarray(length);
    }
  };
}
