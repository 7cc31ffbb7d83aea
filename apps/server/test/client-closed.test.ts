import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMetrics } from '../src/observability/metrics.ts';
import { CLIENT_ID, createTestApp, SECRET } from './test-app.ts';

const metrics = createMetrics(createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET] }));
let handlers: Array<() => void> = [];
let started = () => {};
const { app, logLines } = await createTestApp({
  metrics,
  extend: (extended) => {
    /** Delays the response until the test triggers it. */
    const respondLater = async () => {
      started();
      await new Promise<void>((resolve) => handlers.push(resolve));
      return { written: true };
    };
    extended.get('/test/slow', respondLater);
    extended.post('/test/write', respondLater);
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
afterAll(() => app.close());
beforeEach(() => {
  handlers = [];
});

const requestLines = () => logLines().filter(({ msg }) => msg === 'request');
const errorLines = () => logLines().filter(({ level }) => level === 'error' || level === 'fatal');

async function open(bytes: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

function leave(socket: Socket, how: 'close' | 'reset'): void {
  if (how === 'reset') socket.resetAndDestroy();
  else socket.destroy();
}

async function expectOneLine(before: number, route: string, method: string): Promise<void> {
  await vi.waitFor(() => expect(requestLines().length).toBe(before + 1));
  for (const respond of handlers) respond();
  await app.inject('/health/live'); // one event-loop turn, in which a late response would be logged
  expect(requestLines().slice(before)).toEqual([
    expect.objectContaining({ level: 'info', route, method, status: 499, code: 'client_closed_request' }),
  ]);
  expect(errorLines()).toEqual([]);
}

async function countOf(method: string, route: string): Promise<number> {
  const sample = `http_request_duration_seconds_count{method="${method}",route="${route}",status="499"} `;
  const line = (await metrics.text()).split('\n').find((each) => each.startsWith(sample));
  return Number(line?.slice(sample.length) ?? 0);
}

const POST =
  'POST /test/write HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n';

describe.each(['close', 'reset'] as const)('a client whose connection ends by %s', (how) => {
  test('in the middle of the body is logged once and counted, and causes no error', async () => {
    const [lines, count] = [requestLines().length, await countOf('POST', '/test/write')];
    const socket = await open(`${POST}{"a":`);
    await once(app.server, 'request');
    leave(socket, how);

    await expectOneLine(lines, '/test/write', 'POST');
    expect(await countOf('POST', '/test/write')).toBe(count + 1);
  });

  test.each([
    ['a GET', 'GET', '/test/slow', 'GET /test/slow HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a POST whose write succeeds', 'POST', '/test/write', `${POST}{"a":"0123456789ab"}`],
  ])('before the response to %s is logged once and counted', async (_name, method, route, bytes) => {
    const [lines, count] = [requestLines().length, await countOf(method, route)];
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const socket = await open(bytes);
    await running;
    leave(socket, how);

    await expectOneLine(lines, route, method);
    expect(await countOf(method, route)).toBe(count + 1);
  });
});

describe('a client that waits for its response', () => {
  test('is logged once, with the status of the response', async () => {
    const lines = requestLines().length;
    const response = await fetch(`http://127.0.0.1:${port}/nope`);
    await response.text();

    await vi.waitFor(() => expect(requestLines().length).toBe(lines + 1));
    expect(requestLines().at(-1)).toMatchObject({ status: 404, code: 'not_found' });
  });
});
