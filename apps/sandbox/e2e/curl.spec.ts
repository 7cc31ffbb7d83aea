import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, isolatedTest as test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

const run = promisify(execFile);

/** A key and a body with everything that a shell could take for syntax. */
const KEY = `"it's" $HOME \`id\` \\ {a,b}`;
const BODY = { text: `it's "quoted" $HOME \`id\` \\ %s`, lines: 'one\ntwo' };

const POSTING = `export default async () => {
  const token = await shopify.sessionToken.get();
  const headers = {
    Authorization: \`Bearer \${token}\`,
    'Content-Type': 'application/json',
    'Idempotency-Key': ${JSON.stringify(KEY)},
  };
  const body = JSON.stringify(${JSON.stringify(BODY)});
  await fetch(process.env.APP_URL + '/api/nowhere?ids[]=1&name={a,b}', { method: 'POST', headers, body });
  await fetch(process.env.APP_URL + '/api/session-token', { headers: { Authorization: headers.Authorization } });
};
`;

let extension: WatchedExtension;
test.beforeAll(async () => {
  extension = await startWatchedExtension(POSTING);
});
test.afterAll(() => extension.stop());

test('a copied curl command repeats the request exactly, including quotes', async ({
  sandbox,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const url = new URL(extension.url);
  url.searchParams.set('network', 'on');
  await page.goto(url.href);
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
