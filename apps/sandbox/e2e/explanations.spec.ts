import { expect, test } from './sandbox-page.ts';

test('the page says what it is, and its examples switch one failure on at a time', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?customer=42');
  await expect(page.getByRole('banner')).toContainText(
    'in a real browser worker, against your real server — no Shopify account.',
  );
  const examples = page.getByRole('group', { name: 'Try a failure' });
  const example = (name: string) => examples.getByRole('button', { name });
  for (const [name, url, outcome] of [
    ['wrong app', /\?customer=42&fault=audience$/, 'Rejected wrong_audience'],
    ['CORS missing', /\?customer=42&server=no-cors$/, 'Blocked by the browser'],
    ['server down', /\?customer=42&server=down$/, 'Unreachable'],
    ['expired', /\?customer=42&fault=expired$/, 'Rejected expired'],
  ] as const) {
    await example(name).click();
    await expect(sandbox.outcome).toContainText(outcome);
    await expect(page).toHaveURL(url);
    await expect(examples.locator('[aria-pressed=true]')).toHaveText([name]);
  }
  await example('expired').press('Enter');
  await expect(sandbox.outcome).toContainText('Authenticated as customer 42');
  await expect(page).toHaveURL(/\?customer=42$/);
  await expect(examples.locator('[aria-pressed=true]')).toHaveCount(0);
});

test('a wrong claim is marked with what was expected, in the outcome and among the claims', async ({
  sandbox,
}) => {
  await sandbox.open('?customer=42');
  const clientId = await sandbox.claim('aud').locator('dd code').textContent();
  await sandbox.open('?customer=42&fault=audience');
  const faulty = sandbox.page.getByRole('region', { name: 'Claims' }).locator('.different');
  await expect(faulty).toHaveCount(1);
  await expect(faulty).toContainText(`another-appexpected ${clientId}`);
  await expect(faulty.getByTitle('The server rejected the token for this claim')).toBeVisible();
  await expect(sandbox.outcome).toContainText(`aud in the token, expected ${clientId}`);
});

test('a wrong signature is marked in the token, and no claim is', async ({ sandbox, page }) => {
  await sandbox.open('?customer=42&fault=tampered');
  await expect(sandbox.outcome).toContainText("The token's signature: does not match");
  const [, , signature] = (await page.getByTestId('token').textContent())!.split('.');
  await expect(page.getByTestId('token').locator('.guilty')).toHaveText(signature!);
  await expect(page.locator('.claim.different')).toHaveCount(0);
});

test('an outcome links to its section of the troubleshooting guide', async ({ sandbox, page }) => {
  await sandbox.open('?customer=42&fault=audience');
  const opened = page.waitForEvent('popup');
  await sandbox.outcome.getByRole('link', { name: /troubleshooting guide/ }).click();
  const guide = await opened;
  await expect(guide.getByRole('heading', { name: 'wrong_audience' })).toBeInViewport();
  await expect(guide.getByText('SHOPIFY_API_KEY belongs to another app.')).toBeVisible();
});

test('only a fault that the server rejects is red', async ({ sandbox, page }) => {
  const tone = () =>
    page.getByRole('combobox', { name: 'Token' }).evaluate((select) => getComputedStyle(select).color);
  const tones = [];
  for (const query of ['', '?fault=previous-secret', '?fault=expiring', '?fault=audience', '?fault=secret']) {
    await sandbox.open(query);
    tones.push(await tone());
  }
  const [genuine, rotation, expiring, audience, secret] = tones;
  expect(expiring).toBe(rotation);
  expect(secret).toBe(audience);
  expect(new Set([genuine, rotation, audience]).size).toBe(3);
});

test('the link of a state is copied without the key', async ({ sandbox, page, baseURL }) => {
  await page.goto(baseURL!.replace('/#', '/?customer=42&fault=expired#'));
  await expect(sandbox.outcome).toContainText('Rejected expired');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copy link' }).getByRole('status')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${new URL(baseURL!).origin}/?customer=42&fault=expired`);
});

test('a bug report is copied without the key, the signature and the claims', async ({
  sandbox,
  page,
  baseURL,
}) => {
  await page.goto(baseURL!.replace('/#', '/?customer=42&fault=audience#'));
  await expect(sandbox.outcome).toContainText('Rejected wrong_audience');
  const tokenId = await sandbox.tokenId();
  const token = await page.getByTestId('token').textContent();
  await page.getByRole('button', { name: 'Copy bug report' }).click();
  await expect(page.getByRole('button', { name: 'Copy bug report' }).getByRole('status')).toHaveText(
    'Copied',
  );
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain(`${new URL(baseURL!).origin}/?customer=42&fault=audience\n`);
  expect(report).toMatch(/sandbox \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, Chrome \d+/);
  expect(report).toContain('**Where:** aud in the token, expected ');
  expect(report).toMatch(/\| `GET \/api\/session-token` \| 401 \| \d+ ms \| allowed \| shortened \|/);
  const [, payload, signature] = token!.split('.');
  for (const part of [baseURL!.split('#key=')[1]!, payload!, signature!, tokenId]) {
    expect(part.length).toBeGreaterThan(20);
    expect(report).not.toContain(part);
  }
});
