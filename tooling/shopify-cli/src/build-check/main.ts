/**
 * `pnpm check:shopify`: builds every extension with the real Shopify CLI, without an account or network, and inspects
 * the bundles. Exits with 1 if anything is wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleExtension, findExtensions } from '@session-token/extension-bundler';
import { type AppCopy, copyApp } from '../app-copy.ts';
import { ROOT } from '../repository.ts';
import { buildWithCli } from './build-with-cli.ts';
import { compressedBytes, inspectBundle } from './inspect-bundle.ts';

const APP_URL = 'https://app.example.com';
/** Set while the CLI builds, because it inlines every variable that an extension names. */
const SECRETS = {
  SHOPIFY_API_SECRET: 'canary-c1f2a9d04b7e',
  SHOPIFY_API_SECRET_PREVIOUS: 'canary-5d80e6b3917f',
  DATABASE_URL: 'canary-7a44f01cbe92',
};
/** The CLI rewrites these files and adds missing fields, such as a `uid`. */
const REWRITTEN = ['shopify.d.ts', 'shopify.extension.toml'];

async function checkExtension(copy: AppCopy, directory: string): Promise<string[]> {
  const own = await bundleExtension({ directory: join(ROOT, directory), env: { APP_URL } });
  if (!own.ok) return own.problems.map(({ text }) => text);
  const { code: ownCode, manifest } = own.bundle;
  const code = readFileSync(join(copy.root, directory, 'dist', `${manifest.handle}.js`), 'utf8');
  const targets = manifest.targets.map(({ target }) => target);
  console.log(
    `${directory}: ${code.length} bytes, ${compressedBytes(code)} compressed; ${targets.join(', ')}`,
  );
  const changed = REWRITTEN.filter((name) => {
    const path = join(directory, name);
    return readFileSync(join(copy.root, path), 'utf8') !== readFileSync(join(ROOT, path), 'utf8');
  });
  return [
    ...inspectBundle({ code, targets, secrets: SECRETS, ownCode }),
    ...changed.map(
      (name) => `${name} differs from what the CLI writes: run \`npx -y pnpm shopify app build --config ci\``,
    ),
  ];
}

const copy = copyApp();
try {
  await buildWithCli(copy.root, { ...SECRETS, APP_URL });
  const problems: string[] = [];
  for (const directory of findExtensions(ROOT)) {
    for (const problem of await checkExtension(copy, directory)) problems.push(`${directory}: ${problem}`);
  }
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      '✓ The Shopify CLI builds every extension, and its bundles match those of the tests and the sandbox.',
    );
} finally {
  copy.remove();
}
