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

test('a wrong claim and a wrong signature are marked and explained, with a link to the guide', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?customer=42');
  const clientId = await sandbox.claim('aud').locator('dd code').textContent();
  await page.getByRole('combobox', { name: 'Token' }).selectOption('audience');
  const faulty = page.getByRole('region', { name: 'Claims' }).locator('.different');
  await expect(faulty).toHaveCount(1);
  await expect(faulty).toContainText(`another-appexpected ${clientId}`);
  await expect(faulty.getByTitle('The server rejected the token for this claim')).toBeVisible();
  await expect(sandbox.outcome).toContainText(`aud in the token, expected ${clientId}`);
  await expect(sandbox.outcome).toContainText('The token was issued for another app.');
  await expect(sandbox.outcome).toContainText("Compare the server's client id");

  const opened = page.waitForEvent('popup');
  await sandbox.outcome.getByRole('link', { name: /troubleshooting guide/ }).click();
  const guide = await opened;
  await expect(guide.getByRole('heading', { name: 'wrong_audience' })).toBeInViewport();
  await expect(guide.getByText('SHOPIFY_API_KEY belongs to another app.')).toBeVisible();
  await guide.close();

  // A wrong signature is marked in the token, and no claim is.
  await page.getByRole('combobox', { name: 'Token' }).selectOption('tampered');
  await expect(sandbox.outcome).toContainText("The token's signature: does not match");
  const [, , signature] = (await page.getByTestId('token').textContent())!.split('.');
  await expect(page.getByTestId('token').locator('.guilty')).toHaveText(signature!);
  await expect(page.locator('.claim.different')).toHaveCount(0);
});

test('only a fault that the server rejects is red', async ({ sandbox, page }) => {
  const control = page.getByRole('combobox', { name: 'Token' });
  await sandbox.open();
  const tones = [];
  for (const fault of ['', 'previous-secret', 'expiring', 'audience', 'secret']) {
    await control.selectOption(fault);
    await expect(page).toHaveURL(fault ? new RegExp(`fault=${fault}`) : /\/$/);
    tones.push(await control.evaluate((select) => getComputedStyle(select).color));
  }
  const [genuine, rotation, expiring, audience, secret] = tones;
  expect(expiring).toBe(rotation);
  expect(secret).toBe(audience);
  expect(new Set([genuine, rotation, audience]).size).toBe(3);
});

test('the link of a state and a bug report are copied without the key, the signature and the claims', async ({
  sandbox,
  page,
  baseURL,
}) => {
  const copy = async (name: string) => {
    const button = page.getByRole('button', { name });
    await button.click();
    await expect(button.getByRole('status')).toHaveText('Copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.goto(baseURL!.replace('/#', '/?customer=42&fault=audience#'));
  await expect(sandbox.outcome).toContainText('Rejected wrong_audience');
  const tokenId = await sandbox.tokenId();
  const token = await page.getByTestId('token').textContent();
  const address = `${new URL(baseURL!).origin}/?customer=42&fault=audience`;
  expect(await copy('Copy link')).toBe(address);

  const report = await copy('Copy bug report');
  expect(report).toContain(`${address}\n`);
  expect(report).toMatch(/sandbox \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, Chrome \d+/);
  expect(report).toContain('**Where:** aud in the token, expected ');
  expect(report).toMatch(/\| `GET \/api\/session-token` \| 401 \| \d+ ms \| allowed \| shortened \|/);
  const [, payload, signature] = token!.split('.');
  for (const part of [baseURL!.split('#key=')[1]!, payload!, signature!, tokenId]) {
    expect(part.length).toBeGreaterThan(20);
    expect(report).not.toContain(part);
  }
});
