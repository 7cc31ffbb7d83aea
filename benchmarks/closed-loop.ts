import { Agent, request } from 'node:http';

export interface LoopOptions {
  url: string;
  headers: Record<string, string>;
  /** Requests in all. */
  requests: number;
  /** Under way at the same time, each on a keep-alive connection. */
  connections: number;
}

/** Sends the next request as soon as an answer is there. Returns the latencies in milliseconds; anything but a 200 ends it. */
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
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    outgoing.on('error', reject).end();
  });
}
