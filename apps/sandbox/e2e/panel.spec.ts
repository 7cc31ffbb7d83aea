import { expect, test } from './sandbox-page.ts';

test('a request is copied as curl, with the token shortened by default', async ({ sandbox, page }) => {
  await sandbox.open('?customer=42');
  const call = sandbox.exchanges('GET').last();
  await call.click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await call.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(call.getByRole('status')).toHaveText('Copied.');
  expect(await clipboard()).toMatch(
    /^curl -g -i 'http:\S+\/api\S+' .*'authorization: Bearer eyJ\w+… \(\d+ characters\)'/,
  );

  await call.getByRole('button', { name: 'with the whole token' }).click();
  await expect(call.getByRole('status')).toContainText('with the token');
  const [, url, token] = /curl -g -i '(\S+)' .*'authorization: (Bearer [\w.-]+)'/.exec(await clipboard())!;
  const response = await fetch(url!, { headers: { authorization: token! } });
  expect(response.status).toBe(200);
});

test('the component tree follows the extension', async ({ sandbox, page }) => {
  await sandbox.open('?customer=42');
  const tree = page.getByRole('region', { name: 'Component tree' });
  await expect(tree).toContainText(/s-banner.*tone="success"heading="Verified for sandbox.myshopify.com"/);
  await page.getByRole('region', { name: 'Controls' }).getByText('Guest', { exact: true }).click();
  await expect(tree).toContainText('You are checking out as a guest.');
});
