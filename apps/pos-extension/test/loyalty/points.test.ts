import { clickOn, createQueries, fakeTimers, MEMBER, settle } from '@session-token/extension-testing';
import { json, networkFailure, noAnswer, refusal } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { drawDesk, serverOf } from '../drawn-desk.ts';
import { errorOf, type } from './form.ts';
import { ADJUST_ROUTE, CUSTOMER_ROUTE } from './routes.ts';

fakeTimers();
const page = createQueries();
const REASON = 'Reason, for the customer to read';
const HINT = expect.stringContaining('the change is made once');

type Server = ReturnType<typeof serverOf>;

const adjusted = (points: number) => () =>
  json(201, { customerId: '7', entry: { ...MEMBER.entries[0], points, balance: 1_200 + points } });
const keysOf = (server: Server) =>
  server.requestsTo(ADJUST_ROUTE).map(({ headers }) => headers['Idempotency-Key']);

async function drawCustomer(server: Server) {
  const desk = await drawDesk({ fetch: server.fetch });
  await settle();
  type('Customer ID', ' 7 ');
  await clickOn('Look up');
  await settle();
  return desk;
}

async function propose(points: string, reason: string, button = 'Add points') {
  type('Points', points);
  type(REASON, reason);
  await clickOn(button);
}

test('looks a customer up, and shows the points and what changed them', async () => {
  using _desk = await drawCustomer(serverOf());
  expect(page.headings()).toContain('Customer 7');
  expect(page.texts().slice(0, 3)).toEqual(['1,200 points', 'Repaired with care', 'Nov 25, 2026 · +1,150']);
});

test('has the customer in the cart at hand, under whatever form the id is pasted', async () => {
  const server = serverOf();
  using _desk = await drawDesk({ fetch: server.fetch, cartCustomerId: 7 });
  await settle();
  await clickOn('Look up');
  type('Customer ID', 'gid://shopify/Customer/7');
  await clickOn('Look up');
  await settle();
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
});

test.each(['', 'seven', '07', '-7', '7.5', 'gid://shopify/Order/7', '123456789012345678901'])(
  'refuses %j as a customer, and sends nothing',
  async (typed) => {
    const server = serverOf();
    using _desk = await drawDesk({ fetch: server.fetch });
    await settle();
    type('Customer ID', typed);
    await clickOn('Look up');
    expect(errorOf('Customer ID')).toContain('Enter the number of the customer');
    expect(server.requests).toHaveLength(1);
  },
);

test.each([
  ['has not joined', () => refusal('customer_not_enrolled', { status: 404 }), 'Not a member', []],
  ['cannot be looked up', networkFailure, 'No connection', ['Try again']],
])('says so when the customer %s, and offers no change', async (_what, answer, heading, buttons) => {
  using _desk = await drawCustomer(serverOf({ [CUSTOMER_ROUTE]: answer }));
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
])('refuses %j points for %j, and proposes nothing', async (points, reason, field) => {
  using _desk = await drawCustomer(serverOf());
  await propose(points, reason);
  expect(errorOf(field)).toBeDefined();
  expect(page.buttons()).not.toContain('Confirm');
});

test.each([
  ['Add points', '100000', 100_000, 'Add 100,000 points for customer 7?', '100,000 points added'],
  ['Take points', '1', -1, 'Take 1 point from customer 7?', '1 point taken'],
])('"%s": asks before it sends, then says what was done', async (button, typed, points, question, done) => {
  const server = serverOf({ [ADJUST_ROUTE]: adjusted(points) });
  using desk = await drawCustomer(server);
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
  expect(desk.showToast).toHaveBeenCalledExactlyOnceWith(done);
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
});

test('shows that it is under way, and keeps everything else from being pressed', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: noAnswer });
  using _desk = await drawCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await clickOn('Confirm');
  expect(page.button('Confirm')?.hasAttribute('loading')).toBe(true);
  expect(page.button('Look up')?.hasAttribute('disabled')).toBe(true);
  expect(page.buttons()).not.toContain('Leave it');
  expect(server.requestsTo(ADJUST_ROUTE)).toHaveLength(1);
});

test('tries again with the same key, so that the change is made once', async () => {
  let isServerUp = false;
  const server = serverOf({ [ADJUST_ROUTE]: () => (isServerUp ? adjusted(5)() : networkFailure()) });
  using _desk = await drawCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await settle();
  expect(page.headings()).toContain('No connection');
  expect(page.texts()).toContainEqual(HINT);

  isServerUp = true;
  await clickOn('Try again');
  await settle();
  expect(page.headings()).toContain('5 points added');
  expect(keysOf(server)).toHaveLength(4);
  expect(new Set(keysOf(server)).size).toBe(1);
});

test('takes a new key for another change, even one that is alike', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: adjusted(5) });
  using _desk = await drawCustomer(server);
  for (const leave of ['Make another change', 'Make another change']) {
    await propose('5', 'Gift');
    await clickOn('Confirm');
    await settle();
    await clickOn(leave);
    await settle();
  }
  expect(new Set(keysOf(server)).size).toBe(2);
});

test('offers no second try for more points than there are', async () => {
  using desk = await drawCustomer(
    serverOf({ [ADJUST_ROUTE]: () => refusal('insufficient_points', { status: 409 }) }),
  );
  await propose('5000', 'Returned', 'Take points');
  await clickOn('Confirm');
  await settle();
  expect(page.headings()).toContain('Not enough points');
  expect(page.texts()).not.toContainEqual(HINT);
  expect(page.buttons()).toEqual(['Look up', 'Leave it']);
  expect(desk.showToast).not.toHaveBeenCalled();
});

test('looks the balance up anew when a change is left whose outcome is unknown', async () => {
  const server = serverOf({ [ADJUST_ROUTE]: networkFailure });
  using _desk = await drawCustomer(server);
  await propose('5', 'Gift');
  await clickOn('Confirm');
  await settle();
  await clickOn('Leave it');
  await settle();
  expect(server.requestsTo(CUSTOMER_ROUTE)).toHaveLength(2);
  expect(page.buttons()).toEqual(['Look up', 'Add points', 'Take points']);
});

test('drops what was proposed for one customer when another is looked up', async () => {
  using _desk = await drawCustomer(
    serverOf({ 'GET /api/loyalty/customers/8': () => json(200, { customerId: '8', ...MEMBER }) }),
  );
  await propose('5', 'Gift');
  type('Customer ID', '8');
  await clickOn('Look up');
  await settle();
  expect(page.headings()).toContain('Customer 8');
  expect(page.buttons()).not.toContain('Confirm');
});
