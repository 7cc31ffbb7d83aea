import { clickOn, createQueries, fakeTimers, readLocales, settle } from '@session-token/extension-testing';
import { json, networkFailure, noAnswer, refusal, STAFF } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { type DeskOptions, directory, drawDesk, SESSION_ROUTE, serverOf } from './drawn-desk.ts';

fakeTimers();
const page = createQueries();
const TITLE = readLocales(directory).en!.page;
const VERIFIED = 'Verified for sandbox.myshopify.com';
const NO_PERMISSION = 'This account may not use the app';

const drawSettled = async (options: DeskOptions = {}) => {
  const desk = await drawDesk(options);
  await settle();
  return desk;
};
const answering = (answer: () => Response | Promise<Response>) => ({
  fetch: serverOf({ [SESSION_ROUTE]: answer }).fetch,
});

test('shows what POS says of the session, the logged-in account apart from the pinned staff member', async () => {
  using _desk = await drawSettled();
  expect(page.texts().slice(-12)).toEqual([
    ...['Shop', 'sandbox.myshopify.com (1)'],
    ...['Logged-in account (user ID): the session token is theirs', '42'],
    ...['Staff member pinned in (staff ID): changes nothing about the token', '9'],
    ...['Location', '3'],
    ...['Currency', 'EUR'],
    ...['POS version', '10.1.0'],
  ]);
});

test('says that nobody is pinned in', async () => {
  using _desk = await drawSettled({ staffMemberId: undefined });
  expect(page.texts()).toContain('nobody');
});

test('names the account that the server read in the token', async () => {
  const server = serverOf({ [SESSION_ROUTE]: () => json(200, { ...STAFF, userId: '43' }) });
  using _desk = await drawSettled({ fetch: server.fetch });
  expect(page.tone(VERIFIED)).toBe('success');
  expect(page.texts().some((text) => text.includes('user 43, and all that is done here'))).toBe(true);
  expect(server.requests[0]).toMatchObject({
    url: 'https://api.example.com/api/session-token',
    headers: { Authorization: 'Bearer token-1' },
  });
});

test('says without alarm that the account has no permission, sends nothing, and offers no look-up', async () => {
  const server = serverOf();
  using _desk = await drawSettled({ fetch: server.fetch, getToken: async () => undefined });
  expect(page.headings()).toEqual([TITLE, 'Who is working', NO_PERMISSION]);
  expect(page.tone(NO_PERMISSION)).toBe('info');
  expect(page.texts()[0]).toContain('Nothing is broken');
  expect(page.texts()[0]).toContain('Pinning in as somebody else does not change it.');
  expect(page.texts()).toContain('sandbox.myshopify.com (1)');
  expect(server.requests).toEqual([]);
});

test('goes on once the permission has been given', async () => {
  let token: string | undefined;
  using _desk = await drawSettled({ getToken: async () => token });
  token = 'token-1';
  await clickOn('Check again');
  await settle();
  expect(page.headings()).toContain(VERIFIED);
  expect(page.buttons()).not.toContain('Check again');
});

test.each<[string, DeskOptions, string, boolean]>([
  ['the server is away', answering(networkFailure), 'No connection', true],
  ['the server does not answer in time', answering(noAnswer), 'No answer yet', true],
  ['a foreign page answers', answering(() => new Response('<h1>?</h1>')), 'Not the app’s server', true],
  ['the host forbids fetch', answering(() => Promise.reject(new Error('no'))), 'No network access', false],
  ['the clocks disagree', answering(() => refusal('expired')), 'The clocks disagree', false],
  [
    'the secret is another app’s',
    answering(() => refusal('bad_signature')),
    'The app is not set up correctly',
    false,
  ],
  ['the code is of next year', answering(() => refusal('next_year')), 'The app’s server refused', false],
  [
    'POS fails to give a token',
    { getToken: () => Promise.reject(new Error('no')) },
    'No session token',
    true,
  ],
  ['no address was built in', { appUrl: '' }, 'Not configured yet', false],
])('says so when %s, beside what POS says of the session', async (_when, options, heading, canRetry) => {
  using _desk = await drawSettled(options);
  expect(page.headings()).toEqual([TITLE, 'Who is working', heading]);
  expect(page.tone(heading)).toBe('warning');
  expect(page.buttons()).toEqual(canRetry ? ['Try again'] : []);
  expect(page.texts()).toContain('sandbox.myshopify.com (1)');
});

test('shows that it is checking, and the device’s facts at once', async () => {
  using _desk = await drawDesk(answering(noAnswer));
  expect(page.spinner()).toBe('Checking with the app’s server…');
  expect(page.texts()).toContain('10.1.0');
});
