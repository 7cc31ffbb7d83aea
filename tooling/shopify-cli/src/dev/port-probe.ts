import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 500;
const REQUEST_TIMEOUT_MS = 5_000;

/** Holds the API server's port until the server starts, and checks whether an address leads to it. */
export interface PortProbe {
  port: number;
  /** Requests the address until this probe responds. Resolves to the reason if it never does. */
  problemOf(url: string, timeoutMs: number): Promise<string | undefined>;
  /** Frees the port. */
  close(): Promise<void>;
}

/**
 * Listens on a local port; 0 means any free one.
 *
 * @throws if the port is in use
 */
export async function openPortProbe(port: number): Promise<PortProbe> {
  const nonce = randomUUID();
  const server = createServer((_request, response) => response.writeHead(503).end(nonce));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async problemOf(url, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const problem = await requestOnce(url, nonce);
        if (problem === undefined || performance.now() > deadline) return problem;
        await delay(INTERVAL_MS);
      }
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function requestOnce(url: string, expected: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if ((await response.text()) === expected) return undefined;
    return `another server responds there, with status ${response.status}`;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    return cause?.message || message;
  }
}
