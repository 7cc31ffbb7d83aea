import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  port: number;
  /** Requests to send in turn; see `renderRequest`. */
  requests: readonly string[];
  /** Keep-alive connections, each with one pending request. */
  connections: number;
  /** Whether a status is expected. Any other ends the run. */
  isExpected: (status: number) => boolean;
  /** Requests per second over all connections. Default: as fast as responses arrive. */
  perSecond?: number;
  /** See `stayAwake`. Default true; false where a server shares the generator's core. */
  staysAwake?: boolean;
}

export interface LoadResult {
  wallMs: number;
  latenciesMs: number[];
  /** Requests that the server shed with 503 because the machine was too busy. They were sent again. */
  shed: number;
}

type Exchanged = 'answered' | 'shed';
const SHED_WAIT_MS = 250;

/** Renders a `GET` as a browser sends it for an extension, with a `null` origin and the token. */
export function renderRequest(path: string, unverifiedToken: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nAccept: application/json\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36\r\nAuthorization: Bearer ${unverifiedToken}\r\n\r\n`;
}

/**
 * Sends the next request of each connection when its response has arrived. Uses plain sockets and prerendered
 * requests, so that the generator leaves most of the CPU to the server.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { requests, connections, perSecond, staysAwake = true } = options;
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  let shed = 0;
  async function send(exchange: (request: string) => Promise<Exchanged>): Promise<void> {
    while (next < requests.length) {
      const index = next++;
      if (perSecond) await sleepUntil(startedAt + (index * 1000) / perSecond);
      const sentAt = performance.now();
      while ((await exchange(requests[index]!)) === 'shed') {
        shed += 1;
        await sleepUntil(performance.now() + SHED_WAIT_MS);
      }
      latenciesMs.push(performance.now() - sentAt);
    }
  }
  const rest = staysAwake ? stayAwake() : undefined;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const { exchange, close } = await openConnection(options);
      await send(exchange);
      close();
    }),
  );
  rest?.();
  return { wallMs: performance.now() - startedAt, latenciesMs, shed };
}

async function openConnection({ port, isExpected }: LoadOptions) {
  const socket = await dial(port);
  let received = '';
  let settle: { resolve: (exchanged: Exchanged) => void; reject: (error: Error) => void } | undefined;
  socket.on('data', (chunk: string) => {
    received += chunk;
    if (!isComplete(received)) return;
    const status = Number(received.slice(9, 12));
    const response = received;
    received = '';
    if (isExpected(status)) settle?.resolve('answered');
    else if (status === 503) settle?.resolve('shed');
    else settle?.reject(new Error(`port ${port} responded\n${response.slice(0, 1500)}`));
  });
  const fail = () => settle?.reject(new Error(`port ${port} closed the connection`));
  socket.on('error', fail).on('close', fail);
  return {
    exchange: (request: string) =>
      new Promise<Exchanged>((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request, 'latin1');
      }),
    close: () => socket.off('close', fail).destroy(),
  };
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
      .setEncoding('latin1')
      .setNoDelay(true)
      .once('error', reject);
  });
}

/** Checks whether the whole response has arrived, by its length or its last chunk (RFC 9112 §6). */
function isComplete(received: string): boolean {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, headEnd));
  if (length) return received.length >= headEnd + 4 + Number(length[1]);
  return received.endsWith('\r\n0\r\n\r\n');
}

function sleepUntil(time: number): Promise<void> | undefined {
  const waitMs = time - performance.now();
  return waitMs > 0 ? new Promise((resolve) => setTimeout(resolve, waitMs)) : undefined;
}

/**
 * Keeps the generator's event loop busy while it waits. Otherwise the server's `write` has to wake it up, which costs
 * up to 25 µs, and only with servers that are slower than the generator.
 */
function stayAwake(): () => void {
  let awake = true;
  const turn = () => {
    if (awake) setImmediate(turn);
  };
  turn();
  return () => {
    awake = false;
  };
}
