import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { attackUrl } from './attack-server.ts';
import { APP } from './correct-server/server.ts';

const MAIN = join(import.meta.dirname, '../../../apps/server/src/main.ts');
const SETTINGS = {
  SHOPIFY_API_KEY: APP.clientId,
  SHOPIFY_API_SECRET: APP.secret,
  PORT: '0',
  BIND_ADDRESS: '127.0.0.1',
  DATABASE_URL: 'file::memory:',
  DRAIN_SECONDS: '0',
  MAX_EVENT_LOOP_DELAY_MS: '0', // a busy machine must not fail a test
  RATE_LIMIT_PER_MINUTE: '0',
};

/** Starts the server of this repository. */
async function startServer() {
  const { NODE_COMPILE_CACHE } = process.env;
  const env = { ...SETTINGS, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (origin === undefined) continue;
    child.stdout.resume();
    return {
      origin,
      async [Symbol.asyncDispose]() {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }
  throw new Error('the server ended');
}

test("this repository's server has no finding", { timeout: 120_000 }, async () => {
  await using server = await startServer();
  const { state, findings } = await attackUrl(`${server.origin}/api/session-token`);
  expect({ state, findings }).toEqual({ state: 'complete', findings: [] });
});
