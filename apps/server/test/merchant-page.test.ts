import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp, PREVIOUS_SECRET, SECRET, SHOP } from './test-app.ts';

let notReady: string | undefined;
const { app } = await createTestApp({ notReadyReason: () => notReady });
const get = (query = '') => app.inject({ method: 'GET', url: `/${query}` });
/** An address as Shopify opens it: signed over all other parameters, sorted. */
function visit(parameters: Record<string, string>, secret = SECRET): string {
  const query = new URLSearchParams(parameters);
  query.sort();
  const hmac = createHmac('sha256', secret).update(query.toString()).digest('hex');
  return `?hmac=${hmac}&${query}`;
}
const VISIT = { shop: SHOP, host: 'YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvc2FuZGJveA==', timestamp: '1767225600' };

describe('the page of the app', () => {
  test('says what the app does, to anybody, and names no shop', async () => {
    const response = await get();
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('Where to place the blocks');
    expect(response.body).toContain('shows when this page is opened from the Shopify admin');
    expect(response.body).not.toContain('admin.shopify.com/store');
  });

  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS_SECRET],
  ])(
    'says that tokens are verified when Shopify signed its address with the %s secret',
    async (_which, secret) => {
      const { body } = await get(visit(VISIT, secret));
      expect(body).toContain('it verified the signature');
      expect(body).toContain('https://admin.shopify.com/store/sandbox/settings/checkout');
    },
  );

  test.each([
    ['with another secret', visit(VISIT, 'shpss_another')],
    ['and was changed', visit(VISIT).replace('sandbox', 'changed-shop')],
    ['of what is no shop', visit({ ...VISIT, shop: '"><script>alert(1)</script>' })],
  ])('says that they are not when its address is signed %s', async (_how, query) => {
    const { body } = await get(query);
    expect(body).toContain('could not verify the signature');
    expect(body).not.toMatch(/changed-shop|<script>|admin\.shopify\.com\/store/);
  });

  test('says when the database does not answer', async () => {
    expect((await get()).body).toContain('Its database answers.');
    notReady = 'draining';
    expect((await get()).body).toContain('Its database does not answer.');
    notReady = undefined;
  });

  test('holds no secret', async () => {
    expect((await get(visit(VISIT))).body).not.toMatch(/shpss_/);
  });

  test('allows its own style and nothing else', async () => {
    const { body, headers } = await get();
    const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/<script| style=| on\w+=/);
  });

  test.each([
    [
      'in the admin, for the shop that it is opened for',
      visit({ ...VISIT, embedded: '1' }),
      `https://${SHOP} https://admin.shopify.com`,
    ],
    ['nowhere, opened on its own', visit(VISIT), "'none'"],
    ['nowhere, without Shopify’s signature', `?embedded=1&shop=${SHOP}`, "'none'"],
    ['nowhere, when “embedded” was added', `${visit(VISIT)}&embedded=1`, "'none'"],
  ])('may be framed %s', async (_where, query, ancestors) => {
    expect((await get(query)).headers['content-security-policy']).toMatch(
      new RegExp(`frame-ancestors ${ancestors.replaceAll('.', '\\.')}$`),
    );
  });
});
