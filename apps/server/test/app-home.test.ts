import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp, NOW, PREVIOUS_SECRET, SECRET, SHOP } from './test-app.ts';

let notReady: string | undefined;
const { app } = await createTestApp({ readinessProblem: () => notReady });
const get = (query = '') => app.inject({ method: 'GET', url: `/${query}` });
const sign = (message: string, secret = SECRET) => createHmac('sha256', secret).update(message).digest('hex');
/** Creates a query like Shopify's when it opens the app: `hmac` signs the other parameters, sorted. */
function launch(parameters: Record<string, string>, secret = SECRET): string {
  const query = new URLSearchParams(parameters);
  query.sort();
  const message = query.toString().replaceAll('+', '%20');
  return `?hmac=${sign(message, secret)}&${query}`;
}
const NOW_SECONDS = NOW / 1000;
const LAUNCH = {
  shop: SHOP,
  host: 'YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvc2FuZGJveA==',
  timestamp: `${NOW_SECONDS}`,
};
const REST = `shop=${SHOP}&timestamp=${NOW_SECONDS}`;

describe('the page of the app', () => {
  test('says what the app does and names no shop to an unsigned visitor', async () => {
    const response = await get();
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('Where to place the blocks');
    expect(response.body).toContain('To check the client secret, open this page from the Shopify admin');
    expect(response.body).not.toContain('admin.shopify.com/store');
  });

  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS_SECRET],
  ])(
    'confirms the client secret when Shopify signed the address with the %s secret',
    async (_which, secret) => {
      const { body } = await get(launch(LAUNCH, secret));
      expect(body).toContain('verified Shopify’s signature');
      expect(body).toContain('https://admin.shopify.com/store/sandbox/settings/checkout');
    },
  );

  test.each([
    ['with another secret', launch(LAUNCH, 'shpss_another')],
    ['and was changed', launch(LAUNCH).replace('sandbox', 'changed-shop')],
    ['for something that is not a shop', launch({ ...LAUNCH, shop: '"><script>alert(1)</script>' })],
  ])('reports a wrong client secret for an address that is signed %s', async (_how, query) => {
    const { body } = await get(query);
    expect(body).toContain('signature of this address does not match');
    expect(body).not.toMatch(/changed-shop|<script>|admin\.shopify\.com\/store/);
  });

  test.each([
    ['a space as %20', 'name=The%20Shop', `name=The%20Shop&${REST}`],
    ['a space as +', 'name=The+Shop', `name=The%20Shop&${REST}`],
    ['a question mark in a value', 'next=/a?b', `next=/a?b&${REST}`],
    ['an encoded question mark', 'next=%2Fa%3Fb', `next=%2Fa%3Fb&${REST}`],
    ['an array', 'ids[]=1&ids[]=2', `ids=["1", "2"]&${REST}`],
    ['an array under an encoded name', 'ids%5B%5D=1&ids%5B%5D=2', `ids=["1", "2"]&${REST}`],
    ['an array of one', 'ids[]=1', `ids=["1"]&${REST}`],
    ['an encoded array', 'ids[]=1&ids[]=2', `ids=%5B%221%22%2C%20%222%22%5D&${REST}`],
    ['an apostrophe and an asterisk', "name=Joe's*", `name=Joe%27s%2A&${REST}`],
    ['accents', 'name=Caf%C3%A9', `name=Caf%C3%A9&${REST}`],
    ['an ampersand in a value', 'name=A%26B', `name=A%26B&${REST}`],
    ['the older "signature" next to "hmac"', 'signature=abc', REST],
  ])('verifies a query with %s', async (_what, parameter, message) => {
    const { body } = await get(`?hmac=${sign(message)}&${parameter}&${REST}`);
    expect(body).toContain('verified Shopify’s signature');
    const changed = await get(`?hmac=${sign(message)}&${parameter}x&name=x&${REST}`);
    expect(changed.body).toContain('does not match');
  });

  test.each([
    ['a repeated shop', `shop=evil.myshopify.com&${REST}`, `shop=evil.myshopify.com&${REST}`],
    [
      'a shop that an encoded ampersand hides',
      `a=1%26shop=evil.myshopify.com&${REST}`,
      `a=1&shop=evil.myshopify.com&${REST}`,
    ],
  ])('does not verify a query with %s', async (_what, query, message) => {
    expect((await get(`?hmac=${sign(message)}&${query}`)).body).toContain('does not match');
  });

  test.each([
    ['is a day old', NOW_SECONDS - 86_400, 'verified Shopify’s signature'],
    ['is a day and a second old', NOW_SECONDS - 86_401, 'more than a day old'],
    ['is a day ahead', NOW_SECONDS + 86_400, 'verified Shopify’s signature'],
    ['is a day and a second ahead', NOW_SECONDS + 86_401, 'more than a day old'],
    ['is not a number', 'soon', 'more than a day old'],
    ['is empty', '', 'more than a day old'],
  ])('checks the timestamp of a signature that %s', async (_how, timestamp, expected) => {
    const { body } = await get(launch({ ...LAUNCH, timestamp: `${timestamp}` }));
    expect(body).toContain(expected);
  });

  test('names no shop and allows no frame when the signature is outdated', async () => {
    const outdated = { ...LAUNCH, embedded: '1', timestamp: `${NOW_SECONDS - 86_401}` };
    const { body, headers } = await get(launch(outdated));
    expect(body).not.toContain('admin.shopify.com/store');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/);
  });

  test('says when the server cannot answer requests', async () => {
    expect((await get()).body).toContain('It can answer requests.');
    notReady = 'draining';
    expect((await get()).body).toContain('It cannot answer requests now');
    notReady = undefined;
  });

  test('contains no secret', async () => {
    expect((await get(launch(LAUNCH))).body).not.toMatch(/shpss_/);
  });

  test('allows only its own style sheet', async () => {
    const { body, headers } = await get();
    const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/<script| style=| on\w+=/);
  });

  test.each([
    [
      'in the admin, for the shop that it is opened for',
      launch({ ...LAUNCH, embedded: '1' }),
      `https://${SHOP} https://admin.shopify.com`,
    ],
    ['nowhere, opened on its own', launch(LAUNCH), "'none'"],
    ['nowhere, without Shopify’s signature', `?embedded=1&shop=${SHOP}`, "'none'"],
    ['nowhere, when “embedded” was added', `${launch(LAUNCH)}&embedded=1`, "'none'"],
  ])('may be framed %s', async (_where, query, ancestors) => {
    expect((await get(query)).headers['content-security-policy']).toMatch(
      new RegExp(`frame-ancestors ${ancestors.replaceAll('.', '\\.')}$`),
    );
  });
});
