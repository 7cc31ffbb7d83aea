import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createConnections } from '../src/http/limits/connections.ts';
import { createHttpLimits, HTTP_LIMITS } from '../src/http/limits/http-limits.ts';
import { defaultMaxConnections } from '../src/http/limits/max-connections.ts';
import { openConnection } from './raw-connection.ts';
import { startServerProcess } from './server-process.ts';
import { createTestApp, type TestAppOptions } from './test-app.ts';

const request = (line: string) => `${line} HTTP/1.1\r\nHost: a\r\n\r\n`;

async function listen(options: TestAppOptions = {}) {
  const testApp = await createTestApp(options);
  await testApp.app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => testApp.app.close());
  return { ...testApp, port: (testApp.app.server.address() as AddressInfo).port };
}

describe('the pending requests of a connection', () => {
  const lines = [
    'GET /openapi.json',
    'GET /',
    'GET /nope',
    'GET /%zz',
    'HEAD /health/live',
    'GET /health/ready',
    'OPTIONS /api/session-token',
    'POST /webhooks',
  ];

  test.each(lines)('may be 16 pipelined: %s', async (line) => {
    const { port } = await listen();
    const connection = await openConnection(port);
    connection.send(
      request(line).repeat(15) + request(line).replace('Host: a', 'Host: a\r\nConnection: close'),
    );

    expect((await connection.ended).match(/HTTP\/1\.1 \d/g)).toHaveLength(16);
  });

  test.each(lines)('may not be more, or the connection is closed: %s', async (line) => {
    const { port, logLines } = await listen();
    const connection = await openConnection(port);
    connection.send(request(line).repeat(1000));

    expect((await connection.ended).match(/HTTP\/1\.1 \d/g)?.length ?? 0).toBeLessThanOrEqual(16);
    expect(logLines().filter(({ msg }) => msg === 'request').length).toBeLessThanOrEqual(16);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  });

  test('do not include earlier ones: 50 one after another are fine', async () => {
    const { port } = await listen();
    const connection = await openConnection(port);
    for (let count = 1; count <= 50; count += 1) {
      connection.send(request('HEAD /health/live'));
      await connection.received(/HTTP\/1\.1 200/, count);
    }
    connection.socket.end();

    expect((await connection.ended).match(/HTTP\/1\.1 200/g)).toHaveLength(50);
  });

  test('are each logged when the client disconnects, including those queued behind another', async () => {
    const started: number[] = [];
    const { port, logLines } = await listen({
      extend: (app) => app.get('/test/never', () => new Promise(() => started.push(1))),
    });
    const connection = await openConnection(port);
    connection.send(request('GET /test/never').repeat(3));
    await vi.waitFor(() => expect(started).toHaveLength(3));
    connection.socket.destroy();

    await vi.waitFor(() => expect(logLines().filter(({ status }) => status === 499)).toHaveLength(3));
  });
});

describe('the number of connections', () => {
  test('is limited over all listeners, and another one is accepted when one ends', async () => {
    const connections = createConnections({ maxConnections: 3 });
    const { port } = await listen({ connections });
    const other = await connections.listen({ host: '127.0.0.1', port: 0 });
    const held = [await openConnection(port), await openConnection(other.port), await openConnection(port)];
    for (const connection of held) {
      connection.send(request('GET /health/live'));
      await connection.received(/ok/);
    }

    for (const fullPort of [port, other.port]) expect(await (await openConnection(fullPort)).ended).toBe('');

    held[1]?.socket.destroy();
    await vi.waitFor(async () => {
      const next = await openConnection(port);
      next.send(request('GET /health/live'));
      expect(await next.received(/ok/)).toContain('200');
    });
  });

  test('stays below the limit of open files, and the process keeps running at that limit', async () => {
    const server = await startServerProcess({ openFiles: 256, env: { BIND_ADDRESS: '127.0.0.1' } });
    const port = Number(new URL(server.url).port);
    const open = await Promise.all(Array.from({ length: 600 }, () => openConnection(port)));
    const rejected = await vi.waitFor(() => {
      const closed = open.filter(({ socket }) => socket.closed);
      expect(closed.length).toBe(600 - 192);
      return closed;
    });
    expect(rejected.length).toBeGreaterThan(0);
    // The process still runs two event-loop samples later.
    const held = open.filter(({ socket }) => !socket.closed);
    for (let count = 0; count < 3; count += 1) {
      const connection = held[count]!;
      connection.send(request('GET /health/ready'));
      expect(await connection.received(/"status"/)).toContain('200');
    }

    for (const { socket } of held) socket.destroy();
    await vi.waitFor(async () => expect((await fetch(`${server.url}/health/ready`)).status).toBe(200));
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });

  test('is three quarters of the open files by default, and 10 000 at most', () => {
    const getReport = vi.spyOn(process.report, 'getReport');
    onTestFinished(() => getReport.mockRestore());
    for (const [soft, expected] of [
      [256, 192],
      [1024, 768],
      [1_000_000, 10_000],
      ['unlimited', 10_000],
    ]) {
      getReport.mockReturnValue({ userLimits: { open_files: { soft } } });
      expect(defaultMaxConnections()).toBe(expected);
    }
    getReport.mockReturnValue({});
    expect(defaultMaxConnections()).toBe(10_000);
  });
});

test('bytes that are not HTTP get the same response on every listener', async () => {
  const connections = createConnections();
  const { port } = await listen({ connections });
  const second = await connections.listen({ host: '127.0.0.1', port: 0 });
  const bodies = [];
  for (const each of [port, second.port]) {
    const connection = await openConnection(each);
    connection.send('GARBAGE\r\n\r\n');
    const [head = '', body = ''] = (await connection.ended).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    bodies.push({ ...JSON.parse(body), requestId: '' });
  }

  expect(bodies[1]).toEqual(bodies[0]);
});

test('closing the app does not wait for connections that sent nothing', async () => {
  const { app } = await createTestApp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const silent = await openConnection((app.server.address() as AddressInfo).port);

  await app.close();

  expect(await silent.ended).toBe('');
});

describe('the limits of the server', async () => {
  const { app } = await createTestApp();
  afterAll(() => app.close());

  test('are the documented ones', () => {
    expect(app.server.requestTimeout).toBe(10_000);
    expect(app.server.headersTimeout).toBe(5_000);
    expect(app.server.keepAliveTimeout).toBe(95_000);
    expect(app.server.timeout).toBe(110_000);
    expect(app.initialConfig.bodyLimit).toBe(16 * 1024);
    expect(HTTP_LIMITS.http).toMatchObject({ maxHeaderSize: 12 * 1024, connectionsCheckingInterval: 1_000 });
  });

  test.each([
    [1, 90_000],
    [600, 615_000],
  ])(
    'keep an idle connection for %s s, and no other time limit is shorter',
    async (keepAliveSeconds, silence) => {
      const { app } = await createTestApp({ httpLimits: createHttpLimits({ keepAliveSeconds }) });

      expect(app.server.keepAliveTimeout).toBe(keepAliveSeconds * 1000);
      expect(app.server.timeout).toBe(silence);
      await app.close();
    },
  );
});
