import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createOpenPages } from '../src/node/page-server/open-pages.ts';

const upstream = createServer((_request, response) => response.end('ok'));
const onExchange = vi.fn();
const address = { host: '127.0.0.1', port: 0 };
const pages = createOpenPages({ upstream: () => address, onExchange });
beforeAll(async () => {
  address.port = await listenOnLoopback(upstream, 0);
});
afterAll(() => closeServer(upstream));
afterEach(async () => {
  vi.useRealTimers();
  onExchange.mockClear();
  await pages.closeAll();
});

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('each page has an address of its own, and sees and steers what goes there', async () => {
  const [one, other] = [await pages.of('page-one'), await pages.of('page-two')];
  expect(one.apiOrigin).not.toBe(other.apiOrigin);
  one.setNetwork({ server: 'down', delayMs: 0 });
  expect([await isUp(one.apiOrigin), await isUp(other.apiOrigin)]).toEqual([false, true]);
  expect(onExchange.mock.calls.map(([pageId]) => pageId)).toEqual(['page-one', 'page-two']);
});

test('a page that asks twice, or at once, keeps its address', async () => {
  const [first, second] = await Promise.all([pages.of('page-one'), pages.of('page-one')]);
  expect(second.apiOrigin).toBe(first.apiOrigin);
});

test('the address is given up once its page has been gone for a while, not when it comes back', async () => {
  const { apiOrigin } = await pages.of('page-one');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  pages.left('page-one');
  vi.advanceTimersByTime(9_000);
  await pages.of('page-one');
  vi.advanceTimersByTime(9_000);
  vi.useRealTimers();
  expect(await isUp(apiOrigin)).toBe(true);

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  pages.left('page-one');
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  await expect.poll(() => isUp(apiOrigin)).toBe(false);
});
