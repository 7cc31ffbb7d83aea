import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installation } from '#installation';
import { findFreePort, LOOPBACK } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';

export interface AppServerOptions {
  clientId: string;
  secret: string;
  /** The previous secret, which the server also accepts, as during a rotation. */
  previousSecret: string;
  /** Called with each log line of the server. */
  onLog: (line: string) => void;
  /** Called when the server ends without `stop`. */
  onExit: (reason: string) => void;
}

export interface AppServer {
  host: string;
  port: number;
  /** Resolves once its process is gone. */
  stop(): Promise<void>;
}

const STARTUP_LIMIT_MS = 60_000;
/** Stack lines outside the server's own code. */
const NODE_FRAME = /^\s*(at .*\(?node:internal\/|node:internal\/|triggerUncaughtException\()/;
const STOP_LIMIT_MS = 5_000;

/**
 * Starts the real server, `apps/server`, in its own process with these settings only.
 * @throws SetupError with the server's output, if it does not start.
 */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const port = await findFreePort(createServer);
  const child = spawn(
    process.execPath,
    ['--import', installation.server.stopWithParent.href, fileURLToPath(installation.server.main)],
    { stdio: ['pipe', 'pipe', 'pipe'], env: serverEnvironment(options, port) },
  );
  const said: string[] = [];
  let up = false;
  let stopped = false;
  const onLine = (line: string) => (up ? options.onLog(line) : said.push(line));
  forEachLine(child.stdout, onLine);
  forEachLine(child.stderr, onLine);
  const exited = once(child, 'exit');

  const stop = () => {
    stopped = true;
    return stopProcess(child, exited);
  };
  try {
    await Promise.race([
      untilReady(port),
      exited.then(([code, signal]) => {
        throw new SetupError(`The app's server exited during start-up (${signal ?? `exit code ${code}`}).`);
      }),
    ]);
  } catch (error) {
    await stop();
    const lines = said.filter((line) => !NODE_FRAME.test(line));
    throw new SetupError([(error as Error).message, ...lines].join('\n    '), { cause: error });
  }
  up = true;
  exited.then(([code, signal]) => {
    if (!stopped) options.onExit(String(signal ?? `exit code ${code}`));
  });
  return { host: LOOPBACK, port, stop };
}

/** Variables that every program needs, and those with which VS Code attaches its debugger to child processes. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'SystemRoot',
  'NODE_OPTIONS',
  'NODE_COMPILE_CACHE',
  'VSCODE_INSPECTOR_OPTIONS',
];

/** Passes on nothing else of the environment. */
function serverEnvironment(
  { clientId, secret, previousSecret }: AppServerOptions,
  port: number,
): NodeJS.ProcessEnv {
  const inherited = INHERITED.map((name) => [name, process.env[name]]);
  return {
    ...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)),
    SHOPIFY_API_KEY: clientId,
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_API_SECRET_PREVIOUS: previousSecret,
    PORT: String(port),
    BIND_ADDRESS: LOOPBACK,
    // Hides the warning about an open rotation, because one is always open here.
    LOG_LEVEL: 'error',
    DRAIN_SECONDS: '0',
    // Every start begins with an empty database.
    DATABASE_URL: 'file::memory:',
    // Reloading must not trip the limit.
    RATE_LIMIT_PER_MINUTE: '0',
    // A busy laptop must not look like an overloaded server.
    MAX_EVENT_LOOP_DELAY_MS: '0',
  };
}

/**
 * Waits until the server is ready. Requests a route in which nobody sets a breakpoint. Has no time limit in a debugger,
 * which may pause the server.
 */
async function untilReady(port: number): Promise<void> {
  const limitMs = process.env.VSCODE_INSPECTOR_OPTIONS ? Infinity : STARTUP_LIMIT_MS;
  const giveUpAt = performance.now() + limitMs;
  while (performance.now() < giveUpAt) {
    if (await isReady(port)) return;
    await delay(20);
  }
  throw new SetupError(`The app's server did not respond within ${STARTUP_LIMIT_MS / 1000} s.`);
}

/** Sends the request without `fetch`, whose many failures before the server listens would slow the server's start. */
const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const options = { agent: false, host: LOOPBACK, port, path: '/health/ready', timeout: 2_000 };
    const request = get(options, (response) => resolve(response.resume().statusCode === 200));
    request.on('timeout', () => request.destroy()).on('error', () => resolve(false));
  });

async function stopProcess(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
}

function forEachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
  });
}
