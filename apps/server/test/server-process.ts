import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CLIENT_ID, SECRET } from './test-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the production bundle of this run, with `main.js` in it. */
    bundleFolder: string;
  }
}

export interface ServerProcess {
  child: ChildProcess;
  /** URL of the listening server. @throws with the output of a server that ended during start-up */
  url: string;
  output: () => string;
  /** Resolves to the exit code. */
  exited: Promise<number | null>;
}

export interface ServerProcessOptions {
  /** Entry module. Default: the bundle of this test run. */
  entry?: string;
  cwd?: string;
  /** Flags of Node. */
  flags?: readonly string[];
  /** Arguments of the server. Default: none, which starts it. */
  args?: readonly string[];
  env?: Record<string, string>;
  /** Called as soon as the process runs, before it listens. */
  onSpawn?: (child: ChildProcess) => void;
  /** Limit of open files, as with `ulimit -n`. */
  openFiles?: number;
}

/** Kills the servers of failed tests. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the server as a child process with an empty environment. Resolves when it listens or has ended. */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const { entry = await builtEntry(), cwd, flags = [], args = [], env = {}, onSpawn, openFiles } = options;
  const command = [process.execPath, ...flags, entry, ...args];
  const limited = openFiles
    ? ['/bin/sh', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'sh', ...command]
    : command;
  const [program = '', ...programArgs] = limited;
  const child = spawn(program, programArgs, {
    ...(cwd && { cwd }),
    env: {
      SHOPIFY_API_KEY: CLIENT_ID,
      SHOPIFY_API_SECRET: SECRET,
      PORT: '0',
      DRAIN_SECONDS: '0',
      MAX_EVENT_LOOP_DELAY_MS: '0', // a busy machine must not fail a test
      DATABASE_URL: 'file::memory:',
      ...compileCache(),
      ...env,
    },
  });
  running.add(child);
  onSpawn?.(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  let url = '';
  // After `exit`, the last lines of the output may still be on their way.
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (url !== '') return; // searching every chunk of a long log would slow a load test down
        url = /Server listening at (http:\/\/[\w.:[\]]+)/.exec(output)?.[1] ?? '';
        if (url !== '') resolve();
      });
    }
  });
  await Promise.race([listening, exited]);
  return {
    child,
    get url() {
      if (url === '') throw new Error(`The server ended before it listened:\n${output}`);
      return url;
    },
    output: () => output,
    exited,
  };
}

/** Shares compiled code between the processes of a run, if `.ci/turbo.mjs` started it. */
function compileCache(): Record<string, string> {
  // biome-ignore lint/style/noProcessEnv: a setting of the tests
  const folder = process.env.NODE_COMPILE_CACHE;
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** Imports vitest only when needed: the benchmarks start servers without it. */
async function builtEntry(): Promise<string> {
  const { inject } = await import('vitest');
  return join(inject('bundleFolder'), 'main.js');
}
