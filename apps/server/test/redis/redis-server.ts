import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from '../find-program.ts';
import { freePort } from '../postgres/free-port.ts';
import { whenLogged } from '../when-logged.ts';

/** Whether `redis-server` is installed. `.ci/run` installs it. */
export const hasRedis = findProgram('redis-server') !== undefined;

export interface TestRedis {
  port: number;
  url: string;
  /** Kills the server, and waits for its end. */
  stop: () => Promise<void>;
  /** Starts the server again, empty, on the same port. */
  start: () => Promise<void>;
  /** Stops the process without ending it: connections stay open, and nothing answers. */
  hang: () => void;
  resume: () => void;
}

/** Kills the servers of failed tests. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts an empty Redis that keeps nothing on disk. `flags` are settings, such as `['--requirepass', '…']`. */
export async function startRedis(flags: readonly string[] = []): Promise<TestRedis> {
  const port = await freePort();
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', [...settings, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(started);
    await whenLogged(started, started.stdout, 'Ready to accept connections');
    return started;
  }

  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await exited;
      running.delete(child);
    },
    async start() {
      child = await launch();
    },
    hang: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}
