import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Connections } from './limits/connections.ts';

export interface ListenOptions {
  app: FastifyInstance;
  connections: Connections;
  /** Logs the addresses after the first. */
  logger: FastifyBaseLogger;
  host: string;
  port: number;
}

/**
 * Listens on every address of the host: `localhost` may be `::1` and `127.0.0.1`, and clients try either. Fastify's own
 * support neither drains nor closes the connections of the second address (fastify#7043).
 *
 * @throws if the server can listen on no address, or the first one is taken
 */
export async function listen({ app, connections, logger, host, port }: ListenOptions): Promise<void> {
  const [first = host, ...others] = host === 'localhost' ? await addressesOf(host) : [host];
  await app.listen({ host: first, port });
  const { port: boundPort } = app.server.address() as AddressInfo;
  for (const other of others) {
    try {
      await connections.listen({ host: other, port: boundPort });
      logger.info(`Server listening at http://${other.includes(':') ? `[${other}]` : other}:${boundPort}`);
    } catch (error) {
      logger.warn({ err: error }, `cannot also listen on ${other}; clients that use it get no response`);
    }
  }
}

/** Returns the addresses that this machine has, without duplicates. */
async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}
