import { Agent, request } from 'node:http';

export interface LoopOptions {
  url: string;
  headers: Record<string, string>;
  /** Total number of requests. */
  requests: number;
  /** Concurrent requests, each on a keep-alive connection. */
  connections: number;
}

/** Sends the next request when the response has arrived. Returns the latencies in milliseconds. Fails on anything but 200. */
export async function closedLoop({ url, headers, requests, connections }: LoopOptions): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latenciesMs: number[] = [];
  let left = requests;
  async function sendAll(): Promise<void> {
    while (left-- > 0) {
      const startedAt = performance.now();
      await send(url, headers, agent);
      latenciesMs.push(performance.now() - startedAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, sendAll));
  agent.destroy();
  return latenciesMs;
}

function send(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} responded with ${response.statusCode}`));
      });
    });
    outgoing.on('error', reject).end();
  });
}
