import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, refusal, SESSION } from './answers.ts';
import { type BlockOptions, drawBlock } from './drawn-block.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settledBlock = async (options: BlockOptions) => {
  const block = await drawBlock(options);
  await block.settle();
  return block;
};

test('shows that it is checking until the server has answered', async () => {
  let answer = (_response: Response) => {};
  using block = await drawBlock({ fetch: () => new Promise((resolve) => (answer = resolve)) });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(block.spinner()?.getAttribute('accessibilitylabel')).toBe('Checking with the app’s server…');
  expect(block.heading()).toBeUndefined();

  answer(json(200, SESSION));
  await block.settle();
  expect(block.spinner()).toBeNull();
  expect(block.heading()).toBe('Verified for sandbox.myshopify.com');
});

test('calls the API at the address that the merchant set, with the token of the host', async () => {
  const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => json(200, SESSION));
  using _block = await settledBlock({ fetch, apiBaseUrl: ' https://set.example.com/ ' });
  expect(fetch.mock.calls).toEqual([
    [
      'https://set.example.com/api/session-token',
      expect.objectContaining({ headers: { Authorization: 'Bearer token-1' } }),
    ],
  ]);
});

test('greets a customer', async () => {
  using block = await settledBlock({});
  expect(block.tone()).toBe('success');
  expect(block.paragraph()).toBe('Welcome back. You are signed in as customer 7.');
});

test('greets a buyer without an account as a guest', async () => {
  const { customerId: _, ...guest } = SESSION;
  using block = await settledBlock({ fetch: async () => json(200, guest) });
  expect(block.heading()).toBe('Verified for sandbox.myshopify.com');
  expect(block.paragraph()).toBe('Welcome. You are checking out as a guest.');
});

test('shows the code and the request id of a refusal, and never the message for the developer', async () => {
  using block = await settledBlock({ fetch: async () => refusal('expired') });
  expect(block.heading()).toBe('The clocks disagree');
  expect(block.reference()).toBe('expired · req-1');
  expect(document.body.textContent).not.toContain('for the developer');
});

test.each([
  ['rate_limited', 'The app is busy'],
  ['overloaded', 'The app is busy'],
  ['request_timeout', 'The app is busy'],
  ['expired', 'The clocks disagree'],
  ['not_yet_valid', 'The clocks disagree'],
  ['issued_in_future', 'The clocks disagree'],
  ['bad_signature', 'The app is not set up correctly'],
  ['wrong_audience', 'The app is not set up correctly'],
  ['customer_required', 'Sign in to go on'],
  ['malformed_token', 'The app’s server refused'],
  ['internal_error', 'The app’s server refused'],
  ['a_code_of_next_year', 'The app’s server refused'],
  ['constructor', 'The app’s server refused'],
])('explains the code %s as "%s"', async (code, heading) => {
  using block = await settledBlock({ fetch: async () => refusal(code) });
  expect(block.heading()).toBe(heading);
});

test('offers to try again only where the server says that it may help', async () => {
  using busy = await settledBlock({
    fetch: async () => refusal('overloaded', { status: 503, retryable: true }),
  });
  expect(busy.button()?.textContent).toBe('Try again');
  busy[Symbol.dispose]();
  using refused = await settledBlock({ fetch: async () => refusal('bad_signature') });
  expect(refused.button()).toBeNull();
});

test('asks the server again when the buyer presses "Try again"', async () => {
  let isServerUp = false;
  using block = await settledBlock({
    fetch: async () => {
      if (!isServerUp) throw new TypeError('Failed to fetch');
      return json(200, SESSION);
    },
  });
  expect(block.heading()).toBe('No connection');

  isServerUp = true;
  block.button()!.dispatchEvent(new Event('click'));
  await Promise.resolve();
  expect(block.spinner()).not.toBeNull();
  await block.settle();
  expect(block.heading()).toBe('Verified for sandbox.myshopify.com');
});

test.each<[string, BlockOptions, string, boolean]>([
  ['the server does not answer in time', { fetch: () => new Promise(() => {}) }, 'No answer yet', true],
  [
    'a foreign page answers',
    { fetch: async () => new Response('<h1>Tunnel not found</h1>') },
    'Not the app’s server',
    true,
  ],
  [
    'the host forbids fetch',
    { fetch: () => Promise.reject(new Error('not allowed')) },
    'No network access',
    false,
  ],
  [
    'a call fails and the capability is missing',
    { fetch: () => Promise.reject(new TypeError('Failed to fetch')), capabilities: [] },
    'No network access',
    false,
  ],
  [
    'no token is to be had',
    { getToken: () => Promise.reject(new Error('no')) },
    'No proof of identity',
    true,
  ],
  [
    'the editor has no token yet',
    { getToken: () => Promise.reject(new Error('no')), inEditor: true },
    'Preview',
    false,
  ],
  ['the API has no address', { apiBaseUrl: '' }, 'Not configured yet', false],
  ['the API has no usable address', { apiBaseUrl: 'http://api.example.com' }, 'Not configured yet', false],
])('says so when %s', async (_when, options, heading, canRetry) => {
  using block = await settledBlock(options);
  expect(block.heading()).toBe(heading);
  expect(block.tone()).toBe(heading === 'Preview' ? 'info' : 'warning');
  expect(block.button() !== null).toBe(canRetry);
});

test('greets in the editor too, once there is a token', async () => {
  using block = await settledBlock({ inEditor: true });
  expect(block.tone()).toBe('success');
});
