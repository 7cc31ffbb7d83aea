import { clickOn, createQueries, fakeTimers, settle } from '@session-token/extension-testing';
import {
  errorResponse,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { MEMBER } from '@session-token/extension-ui/testing';
import { expect, test } from 'vitest';
import { renderModal, serverOf } from '../render-modal.ts';
import { errorOf, type } from './form.ts';
import { ADJUST_ROUTE, CUSTOMER_ROUTE } from './routes.ts';

fakeTimers();
const page = createQueries();
const REASON = 'Reason (the customer can read it)';
const HINT = expect.stringContaining('the change is made only once');

type Server = ReturnType<typeof serverOf>;

const adjusted = (points: number) => () =>
  json(201, { customerId: '7', entry: { ...MEMBER.entries[0], points, balance: 1_200 + points } });
const keysOf = (server: Server) =>
  server.requestsTo(ADJUST_ROUTE).map(({ headers }) => headers['Idempotency-Key']);

async function renderCustomer(server: Server) {
  const modal = await renderModal({ fetch: server.fetch });
  await settle();
  type('Customer ID', ' 7 ');
  await clickOn('Look up');
  await settle();
  return modal;
}

async function propose(points: string, reason: string, button = 'Add points') {
  type('Points', points);
  type(REASON, reason);
  await clickOn(button);
}

test('looks a customer up, and shows the points and the latest entries', async () => {
  using _modal = await renderCustomer(serverOf());
  expect(page.headings()).toContain('Customer 7');
  expect(page.texts().slice(0, 3)).toEqual(['1,200 points', 'Repaired with care', 'Nov 25, 2026 · +1,150']);
});

test('starts with the customer in the cart, and accepts a pasted global ID', async () => {
  const server = serverOf();
  using _modal = await renderModal({ fetch: server.fetch, cartCustomerId: 7 });
  await settle();
  await clickOn('Look up');
  type('Customer ID', 'gid://shopify/Customer/7');
  await clickOn('Look up');
  await settle();
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
});

test.each(['', 'seven', '07', '-7', '7.5', 'gid://shopify/Order/7', '123456789012345678901'])(
  'rejects %j as a customer, and sends nothing',
  async (typed) => {
    const server = serverOf();
    using _modal = await renderModal({ fetch: server.fetch });
    await settle();
    type('Customer ID', typed);
    await clickOn('Look up');
    expect(errorOf('Customer ID')).toContain('Enter the customer’s number');
    expect(server.requests).toHaveLength(1);
  },
);

test.each([
  ['has not joined', () => errorResponse('customer_not_enrolled', { status: 404 }), 'Not a member', []],
  ['cannot be looked up', networkFailure, 'No connection', ['Try again']],
])('offers no adjustment when the customer %s', async (_what, respond, heading, buttons) => {
  using _modal = await renderCustomer(serverOf({ [CUSTOMER_ROUTE]: respond }));
  expect(page.headings()).toContain(heading);
  expect(page.buttons()).toEqual(['Look up', ...buttons]);
});

test.each([
  ['', 'Gift', 'Points'],
  ['0', 'Gift', 'Points'],
  ['1.5', 'Gift', 'Points'],
  ['-1', 'Gift', 'Points'],
  ['100001', 'Gift', 'Points'],
  ['5', '', REASON],
  ['5', ' \n ', REASON],
  ['5', 'x'.repeat(201), REASON],
])('rejects %j points for %j', async (points, reason, field) => {
  using _modal = await renderCustomer(serverOf());
  await propose(points, reason);
  expect(errorOf(field)).toBeDefined();
  expect(page.buttons()).not.toContain('Confirm');
});

test.each([
  ['Add points', '100000', 100_000, 'Add 100,000 points for customer 7?', '100,000 points added'],
  ['Take points', '1', -1, 'Take 1 point from customer 7?', '1 point taken'],
])('"%s": asks for confirmation, then shows the outcome', async (button, typed, points, question, done) => {
  const server = serverOf({ [ADJUST_ROUTE]: adjusted(points) });
  using modal = await renderCustomer(server);
  await propose(typed, ' Counted  twice ', button);
  expect(page.headings()).toContain(question);
  expect(page.texts()).toContain('Counted twice');
  expect(server.requestsTo(ADJUST_ROUTE)).toEqual([]);

  await clickOn('Confirm');
  await settle();
  expect(server.requestsTo(ADJUST_ROUTE).map(({ body }) => body)).toEqual([
    { points, reason: 'Counted twice' },
  ]);
  expect(page.tone(done)).toBe('success');
  expect(modal.showToast).toHaveBeenCalledExactlyOnceWith(done);
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
});

test('shows a pending adjustment, and disables everything else', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: noResponse });
  using _modal = await renderCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await clickOn('Confirm');
  expect(page.button('Confirm')?.hasAttribute('loading')).toBe(true);
  expect(page.button('Look up')?.hasAttribute('disabled')).toBe(true);
  expect(page.buttons()).not.toContain('Cancel');
  expect(server.requestsTo(ADJUST_ROUTE)).toHaveLength(1);
});

test('retries with the same key, so that the change is made once', async () => {
  let isServerUp = false;
  const server = serverOf({ [ADJUST_ROUTE]: () => (isServerUp ? adjusted(5)() : networkFailure()) });
  using _modal = await renderCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await settle();
  expect(page.headings()).toContain('No connection');
  expect(page.texts()).toContainEqual(HINT);
  expect(page.button('Look up')?.hasAttribute('disabled')).toBe(false);

  isServerUp = true;
  await clickOn('Try again');
  await settle();
  expect(page.headings()).toContain('5 points added');
  expect(page.button('Look up')?.hasAttribute('disabled')).toBe(false);
  expect(keysOf(server)).toHaveLength(4);
  expect(new Set(keysOf(server)).size).toBe(1);
});

test('uses a new key for another adjustment, even an equal one', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: adjusted(5) });
  using _modal = await renderCustomer(server);
  for (const leave of ['Make another change', 'Make another change']) {
    await propose('5', 'Gift');
    await clickOn('Confirm');
    await settle();
    await clickOn(leave);
    await settle();
  }
  expect(new Set(keysOf(server)).size).toBe(2);
});

test.each([
  ['insufficient_points', 'Not enough points'],
  ['daily_credit_limit_reached', 'Daily limit reached'],
])('explains %s and offers no retry', async (code, heading) => {
  using modal = await renderCustomer(
    serverOf({ [ADJUST_ROUTE]: () => errorResponse(code, { status: 409 }) }),
  );
  await propose('5000', 'Returned', 'Take points');
  await clickOn('Confirm');
  await settle();
  expect(page.headings()).toContain(heading);
  expect(page.texts()).not.toContainEqual(HINT);
  expect(page.buttons()).toEqual(['Look up', 'Cancel']);
  expect(modal.showToast).not.toHaveBeenCalled();
});

test('reloads the balance when an adjustment with an unknown outcome is canceled', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: networkFailure });
  using _modal = await renderCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await settle();
  await clickOn('Cancel');
  await settle();
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
  expect(page.buttons()).toEqual(['Look up', 'Add points', 'Take points']);
});

test('drops an unconfirmed adjustment when another customer is looked up', async () => {
  using _modal = await renderCustomer(
    serverOf({ 'GET /api/loyalty/customers/8': () => json(200, { customerId: '8', ...MEMBER }) }),
  );
  await propose('5', 'Gift');
  type('Customer ID', '8');
  await clickOn('Look up');
  await settle();
  expect(page.headings()).toContain('Customer 8');
  expect(page.buttons()).not.toContain('Confirm');
});
