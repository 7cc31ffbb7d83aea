import { clickOn, createQueries, fakeTimers, readLocales, settle } from '@session-token/extension-testing';
import {
  errorResponse,
  json,
  networkFailure,
  noResponse,
  STAFF,
} from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { directory, type ModalOptions, renderModal, SESSION_ROUTE, serverOf } from './render-modal.ts';

fakeTimers();
const page = createQueries();
const TITLE = readLocales(directory).locales.en!.page;
const VERIFIED = 'Verified for sandbox.myshopify.com';
const NO_PERMISSION = 'This account can’t use the app';

const renderSettled = async (options: ModalOptions = {}) => {
  const modal = await renderModal(options);
  await settle();
  return modal;
};
const responding = (respond: () => Response | Promise<Response>) => ({
  fetch: serverOf({ [SESSION_ROUTE]: respond }).fetch,
});

test('shows the logged-in account and the pinned-in staff member separately', async () => {
  using _modal = await renderSettled();
  expect(page.texts().slice(-12)).toEqual([
    ...['Store', 'sandbox.myshopify.com (1)'],
    ...['Logged-in account (user ID)', '42'],
    ...['Pinned-in staff member (staff ID)', '9'],
    ...['Location', '3'],
    ...['Currency', 'EUR'],
    ...['POS version', '10.1.0'],
  ]);
});

test('shows that nobody is pinned in', async () => {
  using _modal = await renderSettled({ staffMemberId: undefined });
  expect(page.texts()).toContain('nobody');
});

test('names the account that the server verified', async () => {
  const server = serverOf({ [SESSION_ROUTE]: () => json(200, { ...STAFF, userId: '43' }) });
  using _modal = await renderSettled({ fetch: server.fetch });
  expect(page.tone(VERIFIED)).toBe('success');
  expect(page.texts().some((text) => text.includes('signed in as user 43'))).toBe(true);
  expect(server.requests[0]).toMatchObject({
    url: 'https://api.example.com/api/session-token',
    headers: { Authorization: 'Bearer token-1' },
  });
});

test('explains a missing permission, sends nothing and offers no lookup', async () => {
  const server = serverOf();
  using _modal = await renderSettled({ fetch: server.fetch, getToken: async () => undefined });
  expect(page.headings()).toEqual([TITLE, 'Your session', NO_PERMISSION]);
  expect(page.tone(NO_PERMISSION)).toBe('info');
  expect(page.texts()[0]).toContain('Pinning in as someone else does not change it.');
  expect(page.texts()).toContain('sandbox.myshopify.com (1)');
  expect(server.requests).toEqual([]);
});

test('continues once the permission is granted', async () => {
  let token: string | undefined;
  using _modal = await renderSettled({ getToken: async () => token });
  token = 'token-1';
  await clickOn('Check again');
  await settle();
  expect(page.headings()).toContain(VERIFIED);
  expect(page.buttons()).not.toContain('Check again');
});

const UNAVAILABLE = 'The app is unavailable right now';

test.each<[string, ModalOptions, string, string, boolean]>([
  ['the server is down', responding(networkFailure), 'No connection', 'offline', true],
  ['the server does not respond', responding(noResponse), 'The app is busy', 'timeout', true],
  [
    'the server is busy',
    responding(() => errorResponse('overloaded', { retryable: true })),
    'The app is busy',
    'overloaded · req-1',
    true,
  ],
  [
    'another server responds',
    responding(() => new Response('<h1>?</h1>')),
    UNAVAILABLE,
    'unexpected_response 200',
    true,
  ],
  [
    'the host blocks the call',
    responding(() => Promise.reject(new Error('no'))),
    UNAVAILABLE,
    'fetch_blocked',
    false,
  ],
  ['the clocks differ', responding(() => errorResponse('expired')), UNAVAILABLE, 'expired · req-1', false],
  [
    'the secret is wrong',
    responding(() => errorResponse('bad_signature')),
    UNAVAILABLE,
    'bad_signature · req-1',
    false,
  ],
  [
    'the code is unknown',
    responding(() => errorResponse('next_year')),
    UNAVAILABLE,
    'next_year · req-1',
    false,
  ],
  [
    'POS fails to return a token',
    { getToken: () => Promise.reject(new Error('no')) },
    'You are not signed in to the app',
    'token_failed',
    true,
  ],
  ['the build has no address', { appUrl: '' }, UNAVAILABLE, 'invalid_base_url', false],
])('tells staff what to do when %s', async (_when, options, heading, reference, canRetry) => {
  using _modal = await renderSettled(options);
  expect(page.headings()).toEqual([TITLE, 'Your session', heading]);
  expect(page.tone(heading)).toBe('warning');
  expect(page.texts()[1]).toBe(`Reference: ${reference}`);
  expect(`${heading} ${page.texts()[0]}`).not.toMatch(/token|server|client|secret|clock|APP_URL|developer/i);
  expect(page.buttons()).toEqual(canRetry ? ['Try again'] : []);
  expect(page.texts()).toContain('sandbox.myshopify.com (1)');
});

test('shows the device’s facts while the session is loading', async () => {
  using _modal = await renderModal(responding(noResponse));
  expect(page.spinner()).toBe('Loading…');
  expect(page.texts()).toContain('10.1.0');
});
