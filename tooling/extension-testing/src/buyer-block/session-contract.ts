import { expect, test, vi } from 'vitest';
import { CUSTOMER, json, networkFailure, noAnswer, refusal } from '../fake-server.ts';
import { clickOn, createQueries, settle } from '../queries.ts';
import { type BlockOptions, type DrawBlock, SESSION_ROUTE, serverOf } from './drawn-block.ts';

const VERIFIED = 'Verified for sandbox.myshopify.com';
const noToken = () => Promise.reject(new Error('no token'));

/** What the block of every surface for buyers shows of the session. */
export function describeSession(drawBlock: DrawBlock): void {
  const page = createQueries();
  const drawSettled = async (options: BlockOptions) => {
    const block = await drawBlock(options);
    await settle();
    return block;
  };
  const answering = (response: () => Response | Promise<Response>) => ({
    fetch: serverOf({ [SESSION_ROUTE]: response }).fetch,
  });

  test('shows that it is checking until the server has answered', async () => {
    let answer = (_response: Response) => {};
    using _block = await drawBlock(answering(() => new Promise((resolve) => (answer = resolve))));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.spinner()).toBe('Checking with the app’s server…');
    expect(page.headings()).toEqual([]);

    answer(json(200, CUSTOMER));
    await settle();
    expect(page.spinner()).toBeUndefined();
    expect(page.headings()).toContain(VERIFIED);
  });

  test('calls the API at the address of the build, with the token of the host', async () => {
    const server = serverOf();
    using _block = await drawSettled({ fetch: server.fetch, appUrl: ' https://built-in.example.com/ ' });
    expect(server.requests[0]).toMatchObject({
      url: 'https://built-in.example.com/api/session-token',
      headers: { Authorization: 'Bearer token-1' },
    });
  });

  test('greets a customer by the id that the server verified', async () => {
    using _block = await drawSettled({});
    expect(page.tone(VERIFIED)).toBe('success');
    expect(page.texts()[0]).toContain('customer 7');
  });

  test('shows the code and the request id of a refusal, and never the message for the developer', async () => {
    using _block = await drawSettled(answering(() => refusal('expired')));
    expect(page.headings()).toEqual(['The clocks disagree']);
    expect(page.texts()).toContain('expired · req-1');
    expect(document.body.textContent).not.toContain('for the developer');
  });

  test.each([
    ['rate_limited', 'The app is busy'],
    ['overloaded', 'The app is busy'],
    ['request_timeout', 'The app is busy'],
    ['database_unavailable', 'The app is busy'],
    ['expired', 'The clocks disagree'],
    ['not_yet_valid', 'The clocks disagree'],
    ['issued_in_future', 'The clocks disagree'],
    ['bad_signature', 'The app is not set up correctly'],
    ['wrong_audience', 'The app is not set up correctly'],
    ['malformed_token', 'The app’s server refused'],
    ['internal_error', 'The app’s server refused'],
    ['a_code_of_next_year', 'The app’s server refused'],
    ['constructor', 'The app’s server refused'],
  ])('explains the code %s as "%s"', async (code, heading) => {
    using _block = await drawSettled(answering(() => refusal(code)));
    expect(page.headings()).toEqual([heading]);
  });

  test.each([
    ['does not, where that is of no use', refusal('bad_signature'), []],
    [
      'does, where the server says that it may help',
      refusal('internal_error', { retryable: true }),
      ['Try again'],
    ],
  ])('offers to try again: %s', async (_what, response, buttons) => {
    using _block = await drawSettled(answering(() => response));
    expect(page.buttons()).toEqual(buttons);
  });

  test('asks the server again when the buyer presses "Try again"', async () => {
    let isServerUp = false;
    using _block = await drawSettled(answering(() => (isServerUp ? json(200, CUSTOMER) : networkFailure())));
    expect(page.headings()).toEqual(['No connection']);

    isServerUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.headings()).toContain(VERIFIED);
  });

  test.each<[string, BlockOptions, string, boolean]>([
    ['the server does not answer in time', { fetch: noAnswer }, 'No answer yet', true],
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
      { fetch: networkFailure, capabilities: [] },
      'No network access',
      false,
    ],
    ['no token is to be had', { getToken: noToken }, 'No proof of identity', true],
    ['the editor has no token yet', { getToken: noToken, inEditor: true }, 'Preview', false],
    ['the API has no address', { appUrl: '' }, 'Not configured yet', false],
    ['the API has no usable address', { appUrl: 'http://api.example.com' }, 'Not configured yet', false],
  ])('says so when %s', async (_when, options, heading, canRetry) => {
    using _block = await drawSettled(options);
    expect(page.headings()).toEqual([heading]);
    expect(page.tone(heading)).toBe(heading === 'Preview' ? 'info' : 'warning');
    expect(page.buttons()).toEqual(canRetry ? ['Try again'] : []);
  });

  test('greets in the editor too, once there is a token', async () => {
    using _block = await drawSettled({ inEditor: true });
    expect(page.tone(VERIFIED)).toBe('success');
  });
}
