import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { createOpenPages, MAX_OPEN_PAGES, type OpenPage } from '../src/node/page-server/open-pages.ts';

const upstream = createServer((_request, response) => response.end('ok'));
const onExchange = vi.fn();
const onExchangeStart = vi.fn();
const address = { host: '127.0.0.1', port: 0 };
const pages = createOpenPages({ upstream: async () => address, onExchangeStart, onExchange });
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

/** Opens a page that there is room for. */
const open = async (pageId: string) => (await pages.of(pageId))!;

test('each page sees and controls only the traffic of its API address', async () => {
  const [one, other] = [await open('page-one'), await open('page-two')];
  expect(one.apiOrigin).not.toBe(other.apiOrigin);
  one.setNetwork({ server: 'down', delayMs: 0 });
  expect([await isUp(one.apiOrigin), await isUp(other.apiOrigin)]).toEqual([false, true]);
  expect(onExchange.mock.calls.map(([pageId]) => pageId)).toEqual(['page-one', 'page-two']);
});

test('a page keeps its address for repeated and concurrent requests', async () => {
  const [first, second] = await Promise.all([open('page-one'), open('page-one')]);
  expect(second.apiOrigin).toBe(first.apiOrigin);
});

/** Lets time pass for the expiry alone. */
async function pass(ms: number, before: () => unknown): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await before();
  vi.advanceTimersByTime(ms);
  vi.useRealTimers();
}

test('a page that never opened its event stream expires', async () => {
  let origin = '';
  await pass(9_999, async () => {
    origin = (await open('page-one')).apiOrigin;
  });
  expect(await isUp(origin)).toBe(true);
  await pass(10_000, () => open('page-one'));
  await expect.poll(() => isUp(origin)).toBe(false);
});

test('a page stays open as long as one of its event streams, and a little longer', async () => {
  const { apiOrigin } = await open('page-one');
  const releases = [pages.hold('page-one'), pages.hold('page-one')];
  await pass(60_000, () => releases[0]!());
  expect(await isUp(apiOrigin)).toBe(true);
  await pass(9_999, () => releases[1]!());
  expect(await isUp(apiOrigin)).toBe(true);
  await pass(10_000, () => open('page-one'));
  await expect.poll(() => isUp(apiOrigin)).toBe(false);
});

test('one page too many replaces the page that was idle for the longest time', async () => {
  const opened: OpenPage[] = [];
  for (let index = 0; index < MAX_OPEN_PAGES; index += 1) opened.push(await open(`page-${index}-id`));
  pages.hold('page-0-id');
  expect(await isUp(opened[1]!.apiOrigin)).toBe(true);
  const newest = await open('one-too-many');
  await expect.poll(() => isUp(opened[1]!.apiOrigin)).toBe(false);
  const alive = await Promise.all([opened[0]!, opened[2]!, newest].map((page) => isUp(page.apiOrigin)));
  expect(alive).toEqual([true, true, true]);
});

test('opens no further page while all are in use', async () => {
  for (let index = 0; index < MAX_OPEN_PAGES; index += 1) {
    await open(`page-${index}-id`);
    pages.hold(`page-${index}-id`);
  }
  expect(await pages.of('one-too-many')).toBeUndefined();
  expect(await pages.of('page-0-id')).toBeDefined();
});
