import { Agent, request } from 'node:http';

export interface LoadRequest {
  token: string;
  /** The expected response: 200, or the error's code. */
  expected: 'ok' | string;
}

export interface LoadOptions {
  /** Called before each request, so that traffic can move to another server. */
  url: () => string;
  /** Concurrent requests, each on a keep-alive connection. */
  connections: number;
  /** The next request, or `undefined` to stop. */
  next: () => LoadRequest | undefined;
}

export interface LoadResult {
  requests: number;
  /** Connections that failed. */
  failed: number;
  serverErrors: number;
  /** Counts of unexpected responses, by status or code. */
  wrong: Map<string, number>;
  /** Latencies of all responses in ms, ascending. */
  latenciesMs: number[];
}

/** Generates closed-loop load: each connection sends its next request when the response has arrived. */
export async function runLoad({ url, connections, next }: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const result: LoadResult = { requests: 0, failed: 0, serverErrors: 0, wrong: new Map(), latenciesMs: [] };

  async function sendAll(): Promise<void> {
    for (let load = next(); load; load = next()) {
      const startedAt = performance.now();
      const response = await send(agent, url(), load.token);
      result.requests += 1;
      if (!response) {
        result.failed += 1;
        continue;
      }
      result.latenciesMs.push(performance.now() - startedAt);
      if (response.status >= 500) result.serverErrors += 1;
      const got = response.status === 200 ? 'ok' : response.code;
      if (got !== load.expected) {
        const mismatch = `expected ${load.expected}, got ${got}`;
        result.wrong.set(mismatch, (result.wrong.get(mismatch) ?? 0) + 1);
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, sendAll));
  agent.destroy();
  result.latenciesMs.sort((a, b) => a - b);
  return result;
}

function send(
  agent: Agent,
  url: string,
  token: string,
): Promise<{ status: number; code: string } | undefined> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, origin: 'null' };
    const outgoing = request(`${url}/api/session-token`, { agent, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        resolve({ status, code: status === 200 ? 'ok' : JSON.parse(body).code });
      });
      response.on('error', () => resolve(undefined));
    });
    outgoing.on('error', () => resolve(undefined)).end();
  });
}

/** Returns the value below which this share of the sorted values lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
