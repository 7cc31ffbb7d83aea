import { clickOn, createQueries, settle } from '@session-token/extension-testing';
import {
  CUSTOMER,
  errorResponse,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { expect, test, vi } from 'vitest';
import { type BlockOptions, type RenderBlock, SESSION_ROUTE, serverOf } from './render-block.ts';

const VERIFIED = 'Verified for sandbox.myshopify.com';
const UNAVAILABLE = 'This section is unavailable right now.';
const noToken = () => Promise.reject(new Error('no token'));

/** Words that name a cause, a file or a protocol. */
const TECHNICAL =
  /token|proof|identity|client|secret|server|clock|network|CORS|APP_URL|toml|http|developer|signature|audience|expired/i;

/** Tests the session part of the block, on every surface for buyers. */
export function testSession(renderBlock: RenderBlock): void {
  const page = createQueries();
  const renderSettled = async (options: BlockOptions) => {
    const block = await renderBlock(options);
    await settle();
    return block;
  };
  const responding = (response: () => Response | Promise<Response>) => ({
    fetch: serverOf({ [SESSION_ROUTE]: response }).fetch,
  });

  test('shows a spinner until the server has responded', async () => {
    let respond = (_response: Response) => {};
    using _block = await renderBlock(responding(() => new Promise((resolve) => (respond = resolve))));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.spinner()).toBe('Loading…');
    expect(page.headings()).toEqual([]);

    respond(json(200, CUSTOMER));
    await settle();
    expect(page.spinner()).toBeUndefined();
    expect(page.headings()).toContain(VERIFIED);
  });

  test('calls the API at the address of the build, with the token of the host', async () => {
    const server = serverOf();
    using _block = await renderSettled({ fetch: server.fetch, appUrl: ' https://built-in.example.com/ ' });
    expect(server.requests[0]).toMatchObject({
      url: 'https://built-in.example.com/api/session-token',
      headers: { Authorization: 'Bearer token-1' },
    });
  });

  test('greets a customer by the ID that the server verified', async () => {
    using _block = await renderSettled({});
    expect(page.tone(VERIFIED)).toBe('success');
    expect(page.texts()[0]).toContain('customer 7');
  });

  const failures: [string, BlockOptions, string, string, boolean][] = [
    ['the server rejects the token', responding(() => errorResponse('expired')), 'req-1', 'expired', false],
    [
      'the secret is wrong',
      responding(() => errorResponse('bad_signature')),
      'req-1',
      'bad_signature',
      false,
    ],
    [
      'the server is busy',
      responding(() => errorResponse('overloaded', { retryable: true })),
      'req-1',
      'overloaded',
      true,
    ],
    ['the code is unknown', responding(() => errorResponse('next_year')), 'req-1', 'next_year', false],
    [
      'the error has no request ID',
      responding(() => json(403, { code: 'next_year' })),
      'next_year',
      'next_year',
      false,
    ],
    ['the server is down', responding(networkFailure), 'offline', 'offline', true],
    ['the server does not respond', responding(noResponse), 'timeout', 'timeout', true],
    [
      'another server responds',
      responding(() => new Response('<h1>?</h1>')),
      'unexpected_response 200',
      'unexpected_response 200',
      true,
    ],
    [
      'the host blocks the call',
      responding(() => Promise.reject(new Error('not allowed'))),
      'fetch_blocked',
      'fetch_blocked',
      false,
    ],
    [
      'the capability is missing',
      { ...responding(networkFailure), capabilities: [] },
      'fetch_blocked',
      'fetch_blocked',
      false,
    ],
    ['the host returns no token', { getToken: noToken }, 'token_failed', 'token_failed', true],
    ['the build has no address', { appUrl: '' }, 'invalid_base_url', 'invalid_base_url', false],
    [
      'the build has an unusable address',
      { appUrl: 'http://api.example.com' },
      'invalid_base_url',
      'invalid_base_url',
      false,
    ],
  ];

  test.each(failures)(
    'shows buyers one neutral sentence and a reference when %s',
    async (_when, options, reference, _code, canRetry) => {
      using _block = await renderSettled(options);
      expect(page.headings()).toEqual([UNAVAILABLE]);
      expect(page.tone(UNAVAILABLE)).toBe('warning');
      const [sentence, ...others] = page.texts();
      expect(sentence).toMatch(/order/);
      expect(`${UNAVAILABLE} ${sentence}`).not.toMatch(TECHNICAL);
      expect(others).toEqual([`Reference: ${reference}`]);
      expect(page.buttons()).toEqual(canRetry ? ['Try again'] : []);
    },
  );

  test.each(
    failures.flatMap((failure) => [
      [...failure, { isDevelopment: true }] as const,
      // Without a token the editor shows a preview instead.
      ...(failure[1].getToken ? [] : [[...failure, { isEditor: true }] as const]),
    ]),
  )('adds advice when %s', async (_when, options, reference, code, _canRetry, where) => {
    using _block = await renderSettled({ ...options, ...where });
    expect(page.headings()).toEqual([UNAVAILABLE]);
    expect(page.texts()).toHaveLength(3);
    expect(page.texts()[1]).toBe(`Reference: ${reference}`);
    expect(page.texts()[2]).toContain(`Advice for developers (${code}), hidden from buyers: `);
  });

  test('never shows the message for developers', async () => {
    for (const isDevelopment of [false, true]) {
      using _block = await renderSettled({ ...responding(() => errorResponse('expired')), isDevelopment });
      expect(document.body.textContent).not.toContain('for the developer');
    }
  });

  test('shows a preview in an editor that has no token yet', async () => {
    using _block = await renderSettled({ getToken: noToken, isEditor: true });
    expect(page.headings()).toEqual(['Preview']);
    expect(page.tone('Preview')).toBe('info');
    expect(page.buttons()).toEqual([]);
  });

  test('greets in the editor once there is a token', async () => {
    using _block = await renderSettled({ isEditor: true });
    expect(page.tone(VERIFIED)).toBe('success');
  });

  test('calls the server again when the buyer clicks "Try again"', async () => {
    let isServerUp = false;
    using _block = await renderSettled(
      responding(() => (isServerUp ? json(200, CUSTOMER) : networkFailure())),
    );
    expect(page.headings()).toEqual([UNAVAILABLE]);

    isServerUp = true;
    await clickOn('Try again');
    await settle();
    expect(page.headings()).toContain(VERIFIED);
  });

  test('sends no more for five clicks at once than for one', async () => {
    const server = serverOf({ [SESSION_ROUTE]: networkFailure });
    using _block = await renderSettled({ fetch: server.fetch });
    const attempts = server.requests.length;
    const button = page.button('Try again')!;
    for (let click = 1; click <= 5; click++) button.dispatchEvent(new Event('click'));
    await settle();
    expect(server.requests).toHaveLength(2 * attempts);
    expect(page.headings()).toEqual([UNAVAILABLE]);
  });

  test('asks for no further token after it is unmounted', async () => {
    const server = serverOf({ [SESSION_ROUTE]: networkFailure });
    const getToken = vi.fn(async () => 'token-1');
    using block = await renderBlock({ fetch: server.fetch, getToken });
    await vi.advanceTimersByTimeAsync(100);
    block.unmount();
    await settle();
    expect(getToken).toHaveBeenCalledOnce();
    expect(server.requests).toHaveLength(1);
  });
}
