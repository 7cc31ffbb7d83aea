import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleExtension } from '../src/index.ts';
import { createExtensionFixture } from './extension-fixture.ts';

/** Bundles an extension that reads these variables, in an app with this `.env`. */
async function bundleReading(names: readonly string[], { env = '', appFile = 'shopify.app.toml' } = {}) {
  await using extension = await createExtensionFixture();
  await extension.write(`../${appFile}`, 'name = "Theirs"');
  await extension.write(`../${appFile === 'shopify.app.toml' ? '.env' : '.env.staging'}`, env);
  const reads = names.map((name) => `process.env.${name}`).join();
  await extension.write('src/label.ts', `export const label = [${reads}];`);
  const outcome = await bundleExtension({
    directory: extension.directory,
    env: { APP_URL: 'https://given.example' },
    fallbackEnv: { SHOPIFY_APP_URL: 'https://fallback.example' },
  });
  if (!outcome.ok) throw new Error('it does not build');
  const { code, warnings } = outcome.bundle;
  return { code, warnings: warnings.map(({ text }) => text), root: join(extension.directory, '..') };
}

test.each(['shopify.app.toml', 'shopify.app.staging.toml'])('builds in the .env of %s', async (appFile) => {
  const { code, warnings } = await bundleReading(['GREETING'], { env: 'GREETING="from env"', appFile });
  expect(code).toContain('from env');
  expect(warnings).toEqual([]);
});

test('prefers given values to the .env, and the .env to fallbacks', async () => {
  const env = 'APP_URL=https://env.example\nSHOPIFY_APP_URL=https://env-too.example';
  const { code } = await bundleReading(['APP_URL', 'SHOPIFY_APP_URL'], { env });
  expect(code).toContain('https://given.example');
  expect(code).toContain('https://env-too.example');
  expect(code).not.toMatch(/env\.example|fallback/);
});

test('makes unset variables undefined, and warns', async () => {
  const { code, warnings, root } = await bundleReading(['MISSING', 'SHOPIFY_APP_URL']);
  expect(code).not.toContain('process');
  expect(code).toContain('https://fallback.example');
  const file = join(root, '.env');
  expect(warnings).toEqual([
    `process.env.MISSING is not set in ${file}. It is undefined here; on Shopify's pages, reading it throws.`,
    `process.env.SHOPIFY_APP_URL is not set in ${file}. It is the sandbox's own value here; on Shopify's pages, reading it throws.`,
  ]);
});

test.each(['SHOPIFY_API_SECRET', 'DB_PASSWORD', 'PRIVATE_KEY'])('withholds %s, and warns', async (name) => {
  const { code, warnings } = await bundleReading([name], { env: `${name}=canary-value` });
  expect(code).not.toContain('canary-value');
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^process\\.env\\.${name} is undefined here`))]);
  expect(warnings.join()).not.toContain('canary-value');
});
