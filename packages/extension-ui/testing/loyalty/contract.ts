import { clickOn, createQueries, settle } from '@session-token/extension-testing';
import {
  errorResponse,
  GUEST,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { expect, test, vi } from 'vitest';
import { type RenderBlock, SESSION_ROUTE, serverOf } from '../render-block.ts';
import { INVITATION, MEMBER, NEW_MEMBER } from './fixtures.ts';
import { JOIN_ROUTE, LOYALTY_ROUTE } from './routes.ts';

const JOIN = 'Join and get 50 points';
const FAILED = 'You can’t join right now.';
const JOINED = { creditedPoints: 50, account: NEW_MEMBER };
const invited = { [LOYALTY_ROUTE]: () => json(200, INVITATION) };

/** Tests the loyalty part of the block, on every surface for buyers. */
export function testLoyalty(renderBlock: RenderBlock): void {
  const page = createQueries();
  const renderWith = async (server: ReturnType<typeof serverOf>) => {
    const block = await renderBlock({ fetch: server.fetch });
    await settle();
    return block;
  };
  const keysOf = (server: ReturnType<typeof serverOf>) =>
    server.requestsTo(JOIN_ROUTE).map(({ headers }) => headers['Idempotency-Key']);

  test('shows a member the balance and the latest entries, formatted for the language', async () => {
    using _block = await renderWith(serverOf());
    expect(page.headings()).toContain('Your points');
    expect(page.texts().slice(1)).toEqual([
      '1,200 points',
      'Repaired with care',
      'Nov 25, 2026 · +1,150',
      'Welcome points',
      'Nov 24, 2026 · +50',
    ]);
  });

  test('uses the singular for one point, and names an entry of an unknown kind', async () => {
    const entry = { ...MEMBER.entries[1], kind: 'birthday', points: -49 };
    using _block = await renderWith(
      serverOf({ [LOYALTY_ROUTE]: () => json(200, { ...MEMBER, balance: 1, entries: [entry] }) }),
    );
    expect(page.texts().slice(1)).toEqual(['1 point', 'Changed by the store', 'Nov 24, 2026 · -49']);
  });

  test('greets while the points are still loading', async () => {
    using _block = await renderBlock({ fetch: serverOf({ [LOYALTY_ROUTE]: noResponse }).fetch });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.headings()).toEqual(['Verified for sandbox.myshopify.com']);
    expect(page.spinner()).toBe('Loading your points…');
  });

  test('says that the points are unavailable, and loads them on retry', async () => {
    let isDatabaseUp = false;
    const server = serverOf({
      [LOYALTY_ROUTE]: () =>
        isDatabaseUp
          ? json(200, MEMBER)
          : errorResponse('database_unavailable', { status: 503, retryable: true }),
    });
    using _block = await renderWith(server);
    expect(page.headings()).toEqual([
      'Verified for sandbox.myshopify.com',
      'Your points are unavailable right now.',
    ]);

    isDatabaseUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.texts()).toContain('1,200 points');
    expect(server.requestsTo(SESSION_ROUTE)).toHaveLength(1);
  });

  test('invites a guest to log in, and calls no loyalty route', async () => {
    const server = serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) });
    using _block = await renderWith(server);
    expect(page.headings()).toContain('Collect points');
    expect(page.buttons()).not.toContain(JOIN);
    expect(server.requestsTo(LOYALTY_ROUTE)).toEqual([]);
  });

  test('invites a customer to join, shows the pending request, then the points', async () => {
    let respond = (_response: Response) => {};
    const server = serverOf({
      ...invited,
      [JOIN_ROUTE]: () => new Promise((resolve) => (respond = resolve)),
    });
    using _block = await renderWith(server);
    expect(page.button(JOIN)?.hasAttribute('loading')).toBe(false);

    await clickOn(JOIN);
    expect(page.button(JOIN)?.hasAttribute('loading')).toBe(true);
    respond(json(201, JOINED));
    await settle();
    expect(page.tone('You have joined')).toBe('success');
    expect(page.texts()).toContain('50 points are yours. Thank you.');
    expect(page.texts()).toContain('50 points');
    expect(page.buttons()).toEqual([]);
  });

  test('sends one request when the buyer clicks twice', async () => {
    const server = serverOf({ ...invited, [JOIN_ROUTE]: noResponse });
    using _block = await renderWith(server);
    await clickOn(JOIN);
    await clickOn(JOIN);
    expect(server.requestsTo(JOIN_ROUTE)).toHaveLength(1);
  });

  test('retries with the same key, so that the buyer joins once', async () => {
    let isServerUp = false;
    const server = serverOf({
      ...invited,
      [JOIN_ROUTE]: () => (isServerUp ? json(201, JOINED) : networkFailure()),
    });
    using _block = await renderWith(server);
    await clickOn(JOIN);
    await settle();
    expect(page.headings()).toContain(FAILED);
    expect(page.texts()).toContain(
      'It is safe to try again: you join only once, and your points are credited only once.',
    );

    isServerUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.headings()).toContain('You have joined');
    expect(keysOf(server)).toHaveLength(4);
    expect(new Set(keysOf(server)).size).toBe(1);
    expect(keysOf(server)[0]).toMatch(/^[\da-z-]{10,64}$/);
  });

  test('offers no retry that cannot succeed', async () => {
    using _block = await renderWith(
      serverOf({ ...invited, [JOIN_ROUTE]: () => errorResponse('customer_required', { status: 403 }) }),
    );
    await clickOn(JOIN);
    await settle();
    expect(page.headings()).toContain(FAILED);
    expect(page.texts().join()).not.toContain('It is safe to try again');
    expect(page.buttons()).toEqual([]);
  });

  test('tells an earlier member that nothing was credited', async () => {
    using _block = await renderWith(
      serverOf({ ...invited, [JOIN_ROUTE]: () => json(200, { creditedPoints: 0, account: MEMBER }) }),
    );
    await clickOn(JOIN);
    await settle();
    expect(page.texts()).toContain('You were already a member. Your points have not changed.');
    expect(page.texts()).toContain('1,200 points');
  });

  test.each([
    ['loading the points', undefined],
    ['joining', JOIN],
  ])('shows buyers no cause when %s fails, and adds advice in development', async (_what, button) => {
    for (const isDevelopment of [false, true]) {
      const server = serverOf(
        button ? { ...invited, [JOIN_ROUTE]: networkFailure } : { [LOYALTY_ROUTE]: networkFailure },
      );
      using _block = await renderBlock({ fetch: server.fetch, isDevelopment });
      await settle();
      if (button) await clickOn(button);
      await settle();
      const advice = page.texts().filter((text) => text.startsWith('Advice for developers (offline)'));
      expect(page.texts()).toContain('Reference: offline');
      expect(advice).toHaveLength(isDevelopment ? 1 : 0);
    }
  });

  test('sends nothing more after it is unmounted', async () => {
    const server = serverOf({ ...invited, [JOIN_ROUTE]: networkFailure });
    using block = await renderWith(server);
    await clickOn(JOIN);
    block.unmount();
    await settle();
    expect(server.requestsTo(JOIN_ROUTE)).toHaveLength(1);
  });

  test('stops loading the points when it is unmounted', async () => {
    const server = serverOf({ [LOYALTY_ROUTE]: networkFailure });
    using block = await renderBlock({ fetch: server.fetch });
    await vi.advanceTimersByTimeAsync(100);
    block.unmount();
    await settle();
    expect(server.requestsTo(LOYALTY_ROUTE)).toHaveLength(1);
  });
}
