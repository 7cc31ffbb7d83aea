import { expect, test, vi } from 'vitest';
import { type DrawBlock, SESSION_ROUTE, serverOf } from '../buyer-block/drawn-block.ts';
import { GUEST, json, networkFailure, noAnswer, refusal } from '../fake-server.ts';
import { clickOn, createQueries, settle } from '../queries.ts';
import { INVITATION, MEMBER, NEW_MEMBER } from './fixtures.ts';
import { JOIN_ROUTE, LOYALTY_ROUTE } from './routes.ts';

const JOIN = 'Join and get 50 points';
const JOINED = { creditedPoints: 50, account: NEW_MEMBER };
const invited = { [LOYALTY_ROUTE]: () => json(200, INVITATION) };

/** What the block of every surface for buyers shows of the loyalty programme. */
export function describeLoyalty(drawBlock: DrawBlock): void {
  const page = createQueries();
  const drawWith = async (server: ReturnType<typeof serverOf>) => {
    const block = await drawBlock({ fetch: server.fetch });
    await settle();
    return block;
  };
  const keysOf = (server: ReturnType<typeof serverOf>) =>
    server.requestsTo(JOIN_ROUTE).map(({ headers }) => headers['Idempotency-Key']);

  test('shows a member the balance, and what changed it, in their own way of writing', async () => {
    using _block = await drawWith(serverOf());
    expect(page.headings()).toContain('Your points');
    expect(page.texts().slice(1)).toEqual([
      '1,200 points',
      'Repaired with care',
      'Nov 25, 2026 · +1,150',
      'Welcome points',
      'Nov 24, 2026 · +50',
    ]);
  });

  test('counts one point as one, and names a change of a kind that it does not know', async () => {
    const entry = { ...MEMBER.entries[1], kind: 'birthday', points: -49 };
    using _block = await drawWith(
      serverOf({ [LOYALTY_ROUTE]: () => json(200, { ...MEMBER, balance: 1, entries: [entry] }) }),
    );
    expect(page.texts().slice(1)).toEqual(['1 point', 'Changed by the shop', 'Nov 24, 2026 · -49']);
  });

  test('greets at once, while the points are still being looked up', async () => {
    using _block = await drawBlock({ fetch: serverOf({ [LOYALTY_ROUTE]: noAnswer }).fetch });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.headings()).toEqual(['Verified for sandbox.myshopify.com']);
    expect(page.spinner()).toBe('Looking up your points…');
  });

  test('says what is wrong when the points are not to be had, and looks again when asked to', async () => {
    let isStoreUp = false;
    const server = serverOf({
      [LOYALTY_ROUTE]: () =>
        isStoreUp ? json(200, MEMBER) : refusal('database_unavailable', { status: 503, retryable: true }),
    });
    using _block = await drawWith(server);
    expect(page.headings()).toEqual(['Verified for sandbox.myshopify.com', 'The app is busy']);

    isStoreUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.texts()).toContain('1,200 points');
    expect(server.requestsTo(SESSION_ROUTE)).toHaveLength(1);
  });

  test('invites an anonymous buyer to log in, and asks for no account', async () => {
    const server = serverOf({ [SESSION_ROUTE]: () => json(200, GUEST) });
    using _block = await drawWith(server);
    expect(page.headings()).toContain('Collect points');
    expect(page.buttons()).not.toContain(JOIN);
    expect(server.requestsTo(LOYALTY_ROUTE)).toEqual([]);
  });

  test('invites a customer to join, shows that it is under way, then the points', async () => {
    let answer = (_response: Response) => {};
    const server = serverOf({
      ...invited,
      [JOIN_ROUTE]: () => new Promise((resolve) => (answer = resolve)),
    });
    using _block = await drawWith(server);
    expect(page.button(JOIN)?.hasAttribute('loading')).toBe(false);

    await clickOn(JOIN);
    expect(page.button(JOIN)?.hasAttribute('loading')).toBe(true);
    answer(json(201, JOINED));
    await settle();
    expect(page.tone('You have joined')).toBe('success');
    expect(page.texts()).toContain('50 points are yours. Thank you.');
    expect(page.texts()).toContain('50 points');
    expect(page.buttons()).toEqual([]);
  });

  test('sends one request for an impatient buyer who presses twice', async () => {
    const server = serverOf({ ...invited, [JOIN_ROUTE]: noAnswer });
    using _block = await drawWith(server);
    await clickOn(JOIN);
    await clickOn(JOIN);
    expect(server.requestsTo(JOIN_ROUTE)).toHaveLength(1);
  });

  test('tries again with the same key, so that the buyer joins once', async () => {
    let isServerUp = false;
    const server = serverOf({
      ...invited,
      [JOIN_ROUTE]: () => (isServerUp ? json(201, JOINED) : networkFailure()),
    });
    using _block = await drawWith(server);
    await clickOn(JOIN);
    await settle();
    expect(page.headings()).toContain('No connection');
    expect(page.texts()).toContain(
      'It is safe to try again: you join once, and your points are credited once.',
    );

    isServerUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.headings()).toContain('You have joined');
    expect(keysOf(server)).toHaveLength(4);
    expect(new Set(keysOf(server)).size).toBe(1);
    expect(keysOf(server)[0]).toMatch(/^[\da-z-]{10,64}$/);
  });

  test('offers no second try where that is of no use', async () => {
    using _block = await drawWith(
      serverOf({ ...invited, [JOIN_ROUTE]: () => refusal('customer_required', { status: 403 }) }),
    );
    await clickOn(JOIN);
    await settle();
    expect(page.headings()).toContain('Sign in to go on');
    expect(page.buttons()).toEqual([]);
  });

  test('tells who had joined before that nothing was credited', async () => {
    using _block = await drawWith(
      serverOf({ ...invited, [JOIN_ROUTE]: () => json(200, { creditedPoints: 0, account: MEMBER }) }),
    );
    await clickOn(JOIN);
    await settle();
    expect(page.texts()).toContain('You were a member already. Your points are unchanged.');
    expect(page.texts()).toContain('1,200 points');
  });
}
