import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { installation } from '#installation';
import { SetupError } from '../setup-error.ts';

/** A literal address, because a name may resolve to an address of another program. */
export const LOOPBACK = '127.0.0.1';

/** Whether a URL names this machine by a loopback name or address and, if given, this port. */
export function isLoopback({ hostname, port }: URL, ownPort?: number): boolean {
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0|\[::\])$/.test(hostname);
  return isLocal && (ownPort === undefined || Number(port) === ownPort);
}

/** The page's port, unless `--port` names another. */
export const DEFAULT_PORT = 4100;

/**
 * Listens on loopback. Returns the port, which differs from `port` if that is 0.
 * @throws SetupError if another program uses the port.
 */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new SetupError(reason(error, port), { cause: error });
  });
  return (server.address() as AddressInfo).port;
}

function reason(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use (by another sandbox?). Stop that program, or choose another port: ${installation.commands.start} --port ${port + 100}`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} may not be used here. Choose another: ${installation.commands.start} --port ${DEFAULT_PORT}`;
  return `Cannot listen on port ${port}: ${error.message}`;
}

/** Closes a server and all its connections, including event streams. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Returns a free port. */
export async function findFreePort(createServer: () => Server): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await closeServer(server);
  return port;
}
