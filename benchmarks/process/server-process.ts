import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { CLIENT_ID, SECRET } from '../tokens.ts';
import { nodeOnCore, SERVER_CORE } from './pinning.ts';

export interface ServerCommand {
  /** The file that Node runs. It listens on `PORT` of the loopback address. */
  entry: string;
  env?: Record<string, string>;
}

export interface ServerProcess {
  pid: number;
  port: number;
  /** From the start of the process to its first accepted connection, in milliseconds. */
  listeningAfterMs: number;
  stop: () => Promise<void>;
}

/** Killed when the benchmark fails or is interrupted. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const START_TIMEOUT_MS = 20_000;
/** The flags of every server, as in the Dockerfile. */
const NODE_FLAGS = ['--disable-sigusr1', '--max-semi-space-size=16'];

/**
 * Starts a server in a new process on the server's core, without this process's environment. Its output goes to a
 * file, as in production.
 */
export async function startServer(
  { entry, env = {} }: ServerCommand,
  { logFile = '/dev/null', core = SERVER_CORE as number | undefined } = {},
): Promise<ServerProcess> {
  const port = await findFreePort();
  const [command, ...args] = nodeOnCore(core);
  const log = openSync(logFile, 'a');
  const startedAt = performance.now();
  const child = spawn(command, [...args, ...NODE_FLAGS, entry], {
    env: {
      ...{ NODE_ENV: 'production', SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET: SECRET },
      ...{ PORT: String(port), BIND_ADDRESS: '127.0.0.1', ...env },
    },
    stdio: ['ignore', log, log],
  });
  running.add(child);
  const exited = once(child, 'exit').then(() => running.delete(child));
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() - startedAt > START_TIMEOUT_MS) {
      throw new Error(`${entry} does not listen; its output is in ${logFile}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return {
    pid: child.pid!,
    port,
    listeningAfterMs: performance.now() - startedAt,
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await exited;
      clearTimeout(timer);
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
