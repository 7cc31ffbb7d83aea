import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createPageSessions } from '../src/node/page-sessions.ts';

const upstream = createServer((_request, response) => response.end('ok'));
const onExchange = vi.fn();
const address = { host: '127.0.0.1', port: 0 };
const sessions = createPageSessions({ upstream: () => address, onExchange });
beforeAll(async () => {
  address.port = await listenOnLoopback(upstream, 0);
});
afterAll(() => closeServer(upstream));
afterEach(async () => {
  vi.useRealTimers();
  onExchange.mockClear();
  await sessions.closeAll();
});

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('each page has an address of its own, and sees and steers what goes there', async () => {
  const [one, other] = [await sessions.of('page-one'), await sessions.of('page-two')];
  expect(one.apiOrigin).not.toBe(other.apiOrigin);
  one.setNetwork({ server: 'down', delayMs: 0 });
  expect([await isUp(one.apiOrigin), await isUp(other.apiOrigin)]).toEqual([false, true]);
  expect(onExchange.mock.calls.map(([pageId]) => pageId)).toEqual(['page-one', 'page-two']);
});

test('a page that asks twice, or at once, keeps its address', async () => {
  const [first, second] = await Promise.all([sessions.of('page-one'), sessions.of('page-one')]);
  expect(second.apiOrigin).toBe(first.apiOrigin);
});

test('the address is given up once its page has been gone for a while, not when it comes back', async () => {
  const { apiOrigin } = await sessions.of('page-one');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  sessions.left('page-one');
  vi.advanceTimersByTime(9_000);
  await sessions.of('page-one');
  vi.advanceTimersByTime(9_000);
  vi.useRealTimers();
  expect(await isUp(apiOrigin)).toBe(true);

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  sessions.left('page-one');
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  await expect.poll(() => isUp(apiOrigin)).toBe(false);
});
