import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BODY, KEY } from './extensions/posting/src/request.ts';
import { expect, test } from './sandbox-page.ts';

const run = promisify(execFile);

test('a copied curl command repeats the request exactly, including quotes', async ({ sandbox, page }) => {
  await sandbox.open('?extension=posting');
  await expect(sandbox.outcome).toContainText('Verified');
  const copyOf = async (method: string) => {
    const row = sandbox.exchanges(method).first();
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'with the whole token' }).click();
    await expect(row.getByRole('status')).toContainText('Copied, with the token');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const read = await run('sh', ['-c', await copyOf('GET')]);
  expect(read.stdout).toMatch(/^HTTP\/1.1 200/);
  expect(read.stdout).toContain('"shop":"sandbox.myshopify.com"');

  const posts = sandbox.exchanges('POST');
  await expect(posts).toHaveCount(1);
  const { stdout } = await run('sh', ['-c', await copyOf('POST')]);
  await expect(posts).toHaveCount(2);
  expect(stdout).toContain('"code":"not_found"');
  // The proxy recorded an identical request.
  const recorded = posts.first();
  await recorded.locator('summary').click();
  await expect(recorded).toContainText('/api/nowhere?ids[]=1&name={a,b}');
  await expect(recorded).toContainText(KEY);
  await expect(recorded.locator('pre').first()).toHaveText(JSON.stringify(BODY, null, 2));
});
