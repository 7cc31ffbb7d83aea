/**
 * Runs load tests against the built server: `pnpm --filter @session-token/benchmarks load`. Prints a line per scenario, and exits
 * with 1 if one fails. Takes about two minutes on two cores.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ServerProcess, startServerProcess } from '../../apps/server/test/server-process.ts';
import { type LoadResult, percentile, runLoad } from './client.ts';
import { CANARY, CLIENT_ID, mixedTokens, SECRET_A, SECRET_B, validToken } from './tokens.ts';

const entry = new URL('../dist/main.js', import.meta.url).pathname;
/** As in the Dockerfile. Otherwise V8's young generation would grow to 128 MB over a million requests. */
const NODE_FLAGS = ['--disable-sigusr1', '--max-semi-space-size=16'];
const CONNECTIONS = 50;
const SECRETS_OF_THE_LOAD = [CANARY, SECRET_A, SECRET_B, 'Bearer ', 'eyJ', '"stack"'];
const log = { lines: 0, leaked: new Set<string>() };
let failures = 0;

function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const settings = {
    SHOPIFY_API_KEY: CLIENT_ID,
    SHOPIFY_API_SECRET: SECRET_A,
    RATE_LIMIT_PER_MINUTE: '0',
    DATABASE_URL: 'file::memory:',
  };
  return startServerProcess({
    entry,
    env: { ...settings, BIND_ADDRESS: '127.0.0.1', ...env },
    flags: NODE_FLAGS,
  });
}

async function stop(server: ServerProcess): Promise<number | null> {
  server.child.kill('SIGTERM');
  const code = await server.exited;
  readLog(server);
  return code;
}

function readLog(server: ServerProcess): void {
  const output = server.output();
  log.lines += output.split('\n').length - 1;
  for (const text of SECRETS_OF_THE_LOAD) if (output.includes(text)) log.leaked.add(text);
}

function report(scenario: string, holds: boolean, figures: string): void {
  if (!holds) failures += 1;
  console.log(`${holds ? 'holds ' : 'BROKEN'}  ${scenario}\n        ${figures}`);
}

const isClean = ({ failed, serverErrors, wrong }: LoadResult) =>
  failed === 0 && serverErrors === 0 && wrong.size === 0;
const outcome = ({ requests, failed, serverErrors, wrong }: LoadResult) =>
  `${requests} requests, ${failed} broken, ${serverErrors} 5xx, wrong decisions: ${wrong.size === 0 ? 'none' : [...wrong].join('; ')}`;
const residentMb = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;

const WARM_UP_ROUNDS = 5;

/** Memory grows until the caches are full and V8's heap has reached its size, and must then stay flat. */
async function mixedLoad(): Promise<void> {
  const server = await start();
  const load = () => runLoad({ url: () => server.url, connections: CONNECTIONS, next: mixedTokens(100_000) });
  const resident: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    await load();
    resident.push(residentMb(server.child.pid!));
  }
  const warm = resident.at(-1)!;
  const result = await load();
  resident.push(residentMb(server.child.pid!));
  await stop(server);
  const holds = isClean(result) && resident.at(-1)! < warm * 1.03;
  const sizes = resident.map((megabytes) => megabytes.toFixed(0)).join(', ');
  report(
    '100 000 mixed tokens',
    holds,
    `${outcome(result)}; resident after each 100 000 from the start: ${sizes} MB`,
  );
}

async function terminatedUnderLoad(): Promise<void> {
  const [old, successor] = [await start({ DRAIN_SECONDS: '2' }), await start()];
  let url = old.url;
  const until = performance.now() + 6000;
  const running = runLoad({
    url: () => url,
    connections: CONNECTIONS,
    next: () => (performance.now() < until ? validToken() : undefined),
  });
  await wait(1500);
  old.child.kill('SIGTERM');
  // As a load balancer does: traffic moves once /health/ready says so, not before.
  while ((await fetch(`${old.url}/health/ready`)).status === 200) await wait(50);
  url = successor.url;
  const code = await old.exited;
  readLog(old);
  const result = await running;
  await stop(successor);
  report(
    'SIGTERM in the middle of load',
    isClean(result) && code === 0,
    `${outcome(result)}; exit code ${code}`,
  );
}

async function slowClients(): Promise<void> {
  const server = await start();
  const port = new URL(server.url).port;
  const measure = async () => {
    const until = performance.now() + 8000;
    return runLoad({
      url: () => server.url,
      connections: 10,
      next: () => (performance.now() < until ? validToken() : undefined),
    });
  };
  await measure();
  const quiet = await measure();
  const crowd = spawn(process.execPath, [
    new URL('./slow-clients.ts', import.meta.url).pathname,
    port,
    '5000',
    '50',
  ]);
  await once(crowd.stdout, 'data');
  const crowded = await measure();
  crowd.kill();
  await stop(server);
  const [quietP99, crowdedP99] = [percentile(quiet.latenciesMs, 0.99), percentile(crowded.latenciesMs, 0.99)];
  const figures = `p99 ${quietP99.toFixed(2)} ms quiet, ${crowdedP99.toFixed(2)} ms with them: ${(crowdedP99 / quietP99).toFixed(2)} times`;
  report(
    '5 000 idle connections and 50 slow senders',
    isClean(crowded) && crowdedP99 < 2 * quietP99,
    `${outcome(crowded)}; ${figures}`,
  );
}

async function rotation(): Promise<void> {
  let signingSecret = SECRET_A;
  let server = await start();
  let running = true;
  const replace = async (env: Record<string, string>) => {
    const old = server;
    server = await start(env);
    await stop(old);
    await wait(1500);
  };
  const load = runLoad({
    url: () => server.url,
    connections: CONNECTIONS,
    next: () => (running ? validToken(signingSecret) : undefined),
  });
  await wait(1500);
  await replace({ SHOPIFY_API_SECRET: SECRET_B, SHOPIFY_API_SECRET_PREVIOUS: SECRET_A });
  signingSecret = SECRET_B;
  await wait(1500);
  await replace({ SHOPIFY_API_SECRET: SECRET_B });
  running = false;
  const result = await load;
  await stop(server);
  report('a secret rotated under load', isClean(result), outcome(result));
}

function cleanLog(): void {
  const leaked = [...log.leaked].join(', ') || 'none';
  report(
    'the log of all this',
    log.leaked.size === 0,
    `${log.lines} lines; tokens, secrets, stacks: ${leaked}`,
  );
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

for (const scenario of [mixedLoad, terminatedUnderLoad, slowClients, rotation, cleanLog]) await scenario();
process.exitCode = failures > 0 ? 1 : 0;
