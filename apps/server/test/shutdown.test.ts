import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { openConnection } from './raw-connection.ts';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, SECRET } from './test-app.ts';

const GET = 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n';
const POST_HEAD =
  'POST /webhooks HTTP/1.1\r\nHost: a\r\nX-Shopify-Hmac-Sha256: ' +
  `${'A'.repeat(43)}=` +
  '\r\nContent-Length: 4\r\n\r\n';
/** The end of a response of the health routes. */
const COMPLETE = /\{"status":"ok"\}/;

/** Addresses of `localhost` in the tests, regardless of the machine's hosts file. */
const LOCALHOST = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)
  ? ['127.0.0.1', '::1']
  : ['127.0.0.1', '127.0.0.2'];
const RESOLVE_LOCALHOST = `--import data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns/promises';
  import { syncBuiltinESMExports } from 'node:module';
  dns.lookup = async () => ${JSON.stringify(LOCALHOST.map((address) => ({ address })))};
  syncBuiltinESMExports();`)}`;

describe('SIGTERM with open connections', () => {
  test('answers pending requests with Connection: close, closes idle connections, and exits with 0', async () => {
    const server = await startServerProcess({ env: { NODE_OPTIONS: RESOLVE_LOCALHOST } });
    const port = Number(new URL(server.url).port);
    const connections = [];
    for (const host of LOCALHOST) {
      const [pending, idle, silent, halfHead] = [
        await vi.waitFor(() => openConnection(port, host)),
        await openConnection(port, host),
        await openConnection(port, host),
        await openConnection(port, host),
      ];
      pending.send(GET);
      await pending.received(COMPLETE);
      pending.send(`${POST_HEAD}12`);
      idle.send(GET);
      expect(await idle.received(COMPLETE)).toMatch(/connection: keep-alive/i);
      halfHead.send('GET / HTTP/1.1\r\nHost: a\r\n');
      connections.push({ pending, others: [idle, silent, halfHead] });
    }

    server.child.kill('SIGTERM');

    for (const { pending, others } of connections) {
      for (const other of others) await other.ended;
      pending.send('34');
      const [, response = ''] = (await pending.ended).split(/(?=HTTP\/1\.1 401)/);
      expect(response).toMatch(/connection: close/i);
      expect(response).toContain('bad_webhook_signature');
    }
    expect(await server.exited).toBe(0);
  });

  test('rejects a request whose body never arrives with 408, and exits with 0', async () => {
    const server = await startServerProcess();
    const connection = await openConnection(Number(new URL(server.url).port), '127.0.0.1');
    connection.send(`${POST_HEAD}12`);
    const other = await openConnection(Number(new URL(server.url).port), '127.0.0.1');
    other.send(GET);
    await other.received(COMPLETE);

    server.child.kill('SIGTERM');

    expect(await connection.ended).toMatch(/^HTTP\/1\.1 408 /);
    expect(await server.exited).toBe(0);
  });

  test('sends Connection: close on every response while it drains, including pipelined ones', async () => {
    const server = await startServerProcess({ env: { DRAIN_SECONDS: '60' } });
    const port = Number(new URL(server.url).port);
    const open = await openConnection(port, '127.0.0.1');
    open.send(GET);
    await open.received(COMPLETE);
    server.child.kill('SIGTERM');
    await vi.waitFor(async () => expect((await fetch(`${server.url}/health/ready`)).status).toBe(503));

    open.send(GET + GET + GET);
    const responses = (await open.ended).split(/(?=HTTP\/1\.1 200)/);
    expect(responses).toHaveLength(4);
    expect(responses.map((response) => /connection: close/i.test(response))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect((await fetch(`${server.url}/nope`)).headers.get('connection')).toBe('close');
    server.child.kill('SIGTERM');

    expect(await server.exited).toBe(0);
  });

  test('closes idle connections of the metrics port', async () => {
    const port = await freePort();
    const server = await startServerProcess({ env: { METRICS_PORT: String(port) } });
    const scraper = await vi.waitFor(() => openConnection(port, '127.0.0.1'));
    scraper.send('GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n');
    await scraper.received(/session_token_cache_entries/);

    server.child.kill('SIGTERM');

    await scraper.ended;
    expect(await server.exited).toBe(0);
  });
});

describe('a signal before the server listens', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0 while the database is silent',
    async (signal) => {
      const silent = createServer().listen(0, '127.0.0.1');
      await once(silent, 'listening');
      onTestFinished(() => void silent.close());
      const { port } = silent.address() as AddressInfo;
      let child: ChildProcess | undefined;
      silent.once('connection', () => child?.kill(signal));

      const server = await startServerProcess({
        env: { DATABASE_URL: `postgres://user:password@127.0.0.1:${port}/app` },
        onSpawn: (spawned) => {
          child = spawned;
        },
      });

      expect(await server.exited).toBe(0);
      expect(server.output()).not.toContain('Server listening');
    },
  );
});

describe('SIGTERM while the log cannot be written', () => {
  test.each([
    ['its reader hangs', () => {}],
    ['its reader is gone', (child: ChildProcess) => void child.stdout?.destroy()],
  ])('exits with 0 when %s', (_name, onSpawn) => exitsWithZero('pipe', onSpawn));

  test.runIf(existsSync('/dev/full'))('exits with 0 when the disk is full', () =>
    exitsWithZero(openSync('/dev/full', 'w')),
  );

  async function exitsWithZero(stdout: 'pipe' | number, onSpawn?: (child: ChildProcess) => void) {
    const port = await freePort();
    const child = spawn(process.execPath, [`${inject('bundleFolder')}/main.js`], {
      stdio: ['ignore', stdout, 'ignore'],
      env: {
        SHOPIFY_API_KEY: CLIENT_ID,
        SHOPIFY_API_SECRET: SECRET,
        PORT: String(port),
        BIND_ADDRESS: '127.0.0.1',
        DRAIN_SECONDS: '0',
        MAX_EVENT_LOOP_DELAY_MS: '0',
        RATE_LIMIT_PER_MINUTE: '0',
        DATABASE_URL: 'file::memory:',
      },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    onSpawn?.(child);
    const exited = once(child, 'exit');
    const connection = await vi.waitFor(() => openConnection(port), { timeout: 30_000 });
    // More than a pipe holds: 3200 lines of 200 bytes.
    for (let round = 1; round <= 200; round += 1) {
      connection.send('GET /nope HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(16));
      await connection.received(/not_found/, round * 16);
    }

    child.kill('SIGTERM');

    expect(await exited).toEqual([0, null]);
  }
});

test('SIGTERM writes the log and exits with 0 while the whole thread pool hangs, as in name lookups', async () => {
  // Nothing comes on stdin.
  const hang = `
    import fs from 'node:fs';
    process.once('SIGTERM', () => {
      for (let reads = 0; reads < 8; reads += 1) fs.read(0, Buffer.alloc(1), 0, 1, null, () => {});
    });`;
  const server = await startServerProcess({
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hang)}` },
  });

  server.child.kill('SIGTERM');

  expect(await server.exited).toBe(0);
  expect(server.output()).toContain('"msg":"stopped"');
});

describe('the exit code', () => {
  test.each([
    ['0 when every pending request has its response', 'Promise.resolve()', 0],
    ['1 when one has not, within the time limit', 'new Promise(() => {})', 1],
  ])('is %s', async (_name, close, exitCode) => {
    const script = `
      import { handleShutdownSignals } from ${JSON.stringify(new URL('../src/shutdown.ts', import.meta.url).href)};
      handleShutdownSignals().steps({ drainSeconds: 0, drain() {}, close: () => ${close}, closeTimeoutMs: 50 });
      setInterval(() => {}, 1000);
      console.log('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');

    child.kill('SIGTERM');

    expect(await exited).toEqual([exitCode, null]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
