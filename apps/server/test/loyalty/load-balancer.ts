import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoadBalancer {
  url: string;
  /** From now on, sends requests to this instance, in turn with the others. */
  add: (url: string) => void;
  /** Waits until the instance says that it is not ready, sends it no more requests, and waits for the pending ones. */
  removeUnready: (url: string) => Promise<void>;
  /** Number of requests by instance. */
  served: ReadonlyMap<string, number>;
  close: () => Promise<void>;
}

interface Target {
  url: string;
  agent: Agent;
  pending: Set<Promise<unknown>>;
}

/**
 * Starts a proxy that forwards requests round robin, on keep-alive connections. Responds with 502 if the instance does not
 * answer: it never tries another one, so every failure of an instance is seen.
 */
export async function startLoadBalancer(): Promise<LoadBalancer> {
  const targets: Target[] = [];
  const served = new Map<string, number>();
  let turn = 0;

  const proxy = createServer((incoming, outgoing) => {
    turn += 1;
    const target = targets[turn % targets.length]!;
    served.set(target.url, (served.get(target.url) ?? 0) + 1);
    const { method, headers } = incoming;
    const forwarded = request(target.url + incoming.url, { agent: target.agent, method, headers });
    forwarded.on('response', (response) => {
      const { connection, ...rest } = response.headers; // of the connection to the instance only
      outgoing.writeHead(response.statusCode ?? 502, rest);
      response.pipe(outgoing);
    });
    forwarded.on('error', (error) => outgoing.writeHead(502).end(error.message));
    incoming.pipe(forwarded);
    const done: Promise<unknown> = once(outgoing, 'close').then(() => target.pending.delete(done));
    target.pending.add(done);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    add: (url) => void targets.push({ url, agent: new Agent({ keepAlive: true }), pending: new Set() }),
    async removeUnready(url) {
      while ((await fetch(`${url}/health/ready`)).status === 200);
      const [target] = targets.splice(
        targets.findIndex((each) => each.url === url),
        1,
      );
      await Promise.all(target?.pending ?? []);
      target?.agent.destroy();
    },
    served,
    async close() {
      proxy.close();
      proxy.closeAllConnections();
      for (const { agent } of targets) agent.destroy();
    },
  };
}
