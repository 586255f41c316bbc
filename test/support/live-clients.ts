import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import { rememberSecrets } from './log-secrets.js';
import type { TestServer } from './test-server.js';
import { until } from './until.js';

type Url = Pick<TestServer, 'url'>;

export interface LiveNotification {
  id: string;
  type: string;
  from: string | null;
  to: string | null;
  event: string | null;
  job: { title: string } | null;
  application: { id: string; status: string } | null;
}

export interface LiveResult {
  data?: { notificationReceived: LiveNotification } | null;
  errors?: { message: string; extensions?: { code?: string; requestId?: string } }[];
}

export const LISTEN = `subscription {
  notificationReceived { id type from to event job { title } application { id status } }
}`;

/** A subscription that runs, over either transport. */
export interface Listener {
  /** What has come so far. */
  results: LiveResult[];
  /** Waits until that many notifications have come, and answers them. */
  received(count: number): Promise<LiveNotification[]>;
  /** Ends it the orderly way. */
  stop(): void;
}

export interface SocketListener extends Listener {
  /** How the socket was closed in the end. */
  closed: Promise<{ code: number; reason: string }>;
  /** Pulls the plug. */
  destroy(): void;
}

export interface StreamListener extends Listener {
  /** Names of all events, in their order. */
  events: string[];
  /** Settles when the answer is over, however it ends. */
  ended: Promise<void>;
}

/** What the metrics tell is open in a process. */
export async function countLive(
  { url }: Url,
  what: 'connections' | 'subscriptions',
  transport: 'websocket' | 'sse',
): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = new RegExp(`^intowork_live_${what}\\{transport="${transport}"\\} (\\d+)$`, 'm').exec(text);
  if (!line) throw new Error(`no metric of live ${what}`);
  return Number(line[1]);
}

/** Waits until no client of a process is left. */
export async function nothingOpen(server: Url): Promise<void> {
  await until('the end of all live connections', async () => {
    const counts = await Promise.all([
      countLive(server, 'connections', 'websocket'),
      countLive(server, 'connections', 'sse'),
    ]);
    return counts.every((count) => count === 0);
  });
}

/** Does something that starts a subscription and waits until it runs. */
async function started<T>(server: Url, transport: 'websocket' | 'sse', start: () => T): Promise<T> {
  const before = await countLive(server, 'subscriptions', transport);
  const result = start();
  await until(`a subscription over ${transport}`, async () => {
    return (await countLive(server, 'subscriptions', transport)) > before;
  });
  return result;
}

export function socketUrl({ url }: Url): string {
  return `${url.replace(/^http/, 'ws')}/graphql`;
}

export interface SocketSettings {
  /** In the connection's parameters. */
  accessToken?: string;
  headers?: Record<string, string>;
}

/** The client people use, told to give up at the first failure. */
export function socketClient(
  server: Url,
  { accessToken, headers = {} }: SocketSettings,
  options: Partial<ClientOptions> = {},
): Client {
  rememberSecrets({ accessToken });
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  return createClient({
    url: socketUrl(server),
    webSocketImpl: Socket,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    ...(accessToken !== undefined && { connectionParams: { authorization: `Bearer ${accessToken}` } }),
    ...options,
  });
}

/** Opens a socket and nothing else; answers how it is closed. */
export function closingOf(server: Url, settings: SocketSettings): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    socketClient(server, settings, {
      lazy: false,
      on: { closed: (event) => resolve(event as { code: number; reason: string }) },
    });
  });
}

/** Listens over WebSocket. */
export function listenBySocket(
  server: Url,
  settings: SocketSettings,
  document = LISTEN,
): Promise<SocketListener> {
  return started(server, 'websocket', () => {
    const results: LiveResult[] = [];
    let socket: WebSocket | null = null;
    let stop = (): void => undefined;
    const closed = new Promise<{ code: number; reason: string }>((resolve) => {
      const client = socketClient(server, settings, {
        on: {
          opened: (opened) => {
            socket = opened as WebSocket;
          },
          closed: (event) => resolve(event as { code: number; reason: string }),
        },
      });
      client.subscribe<NonNullable<LiveResult['data']>>(
        { query: document },
        {
          next: (result) => results.push(result as LiveResult),
          error: () => undefined,
          complete: () => undefined,
        },
      );
      stop = () => void client.dispose();
    });
    return {
      results,
      closed,
      received: (count) => receivedOf(results, count),
      stop: () => stop(),
      destroy: () => socket?.terminate(),
    };
  });
}

/** Listens to server-sent events, read from the answer as they come. */
export function listenByStream(
  server: Url,
  accessToken: string,
  path = '/graphql/stream',
): Promise<StreamListener> {
  return started(server, 'sse', () => {
    const results: LiveResult[] = [];
    const events: string[] = [];
    const abort = new AbortController();
    const ended = readStream(server, { accessToken, path, signal: abort.signal }, (name, data) => {
      events.push(name);
      if (name === 'next') results.push(JSON.parse(data) as LiveResult);
    });
    return {
      results,
      events,
      ended,
      received: (count) => receivedOf(results, count),
      stop: () => abort.abort(),
    };
  });
}

async function readStream(
  { url }: Url,
  { accessToken, path, signal }: { accessToken: string; path: string; signal: AbortSignal },
  onEvent: (name: string, data: string) => void,
): Promise<void> {
  rememberSecrets({ accessToken });
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${accessToken}`,
      },
      body: JSON.stringify({ query: LISTEN }),
      signal,
    });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, name, data = ''] = /^event: (\w+)\ndata: ?(.*)$/.exec(block) ?? [];
        if (name !== undefined) onEvent(name, data);
      }
    }
  } catch {
    // Broken off, by either side.
  }
}

async function receivedOf(results: LiveResult[], count: number): Promise<LiveNotification[]> {
  const all = () => results.flatMap(({ data }) => (data ? [data.notificationReceived] : []));
  await until(`${count} notifications`, async () => all().length >= count);
  return all();
}
