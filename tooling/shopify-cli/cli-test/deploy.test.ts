import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findActiveConfiguration } from '../src/deploy/active-configuration.ts';
import { ROOT } from '../src/repository.ts';
import { createLinkedApp, type LinkedApp } from './linked-app.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const API = 'https://api.shop.dev';
let app: LinkedApp;

/** `pnpm shopify <arguments>`, in the folder of the app. */
async function shopify(args: string[], variables: NodeJS.ProcessEnv = {}) {
  let output = '';
  const child = app.start([MAIN, ...args], { ...app.env, ...variables }, (text) => {
    output += text;
  });
  await once(child, 'close');
  return { exitCode: child.exitCode, output };
}

const released = () =>
  app.shopify.operations.filter((operation) => /^(CreateAppVersion|ReleaseVersion)$/.test(operation));

beforeAll(async () => {
  app = await createLinkedApp();
}, 60_000);
afterAll(() => app?.close());
beforeEach(() => setApplicationUrl(API));

function setApplicationUrl(url: string): void {
  const file = join(app.copy.root, 'shopify.app.toml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/application_url = .*/, `application_url = "${url}"`),
  );
}

test('reads the active configuration as the CLI wrote it', () => {
  expect(findActiveConfiguration(app.copy.root, app.env)).toBe('shopify.app.toml');
});

test.each([
  ['without an address', ['app', 'deploy'], {}],
  ['without an address, in the CLI’s other spelling', ['app:deploy', '--allow-updates'], {}],
  [
    'with the address of a tunnel',
    ['app', 'deploy', '--allow-updates'],
    { APP_URL: 'https://a.trycloudflare.com' },
  ],
  [
    'with the bundles of an earlier build',
    ['app', 'deploy', '--allow-updates', '--no-build'],
    { APP_URL: API },
  ],
])('`pnpm shopify app deploy` releases nothing %s', async (_what, args, variables) => {
  const { exitCode, output } = await shopify(args, variables);
  expect(output).toContain('Nothing was done.');
  expect(exitCode).toBe(1);
  expect(released()).toEqual([]);
});

test('`pnpm shopify app deploy` releases nothing while application_url is the placeholder that linking filled in', async () => {
  setApplicationUrl('https://shopify.dev/apps/default-app-home');
  const { output } = await shopify(['app', 'deploy', '--allow-updates'], { APP_URL: API });
  expect(output).toContain('application_url is a host of Shopify’s');
  expect(released()).toEqual([]);
});

test('the CLI releases bundles that have the address in them, and no process.env', async () => {
  const { exitCode, output } = await shopify(['app', 'deploy', '--allow-updates'], { APP_URL: API });
  expect(output).toContain('New version released to users.');
  expect(exitCode).toBe(0);
  expect(released()).toEqual(['CreateAppVersion', 'ReleaseVersion']);
  expect(app.shopify.unanswered).toEqual([]);

  const bundles = globSync('.shopify/deploy-bundle/**/*.js', { cwd: app.copy.root });
  expect(bundles).toHaveLength(findExtensions(ROOT).length);
  for (const bundle of bundles) {
    const code = readFileSync(join(app.copy.root, bundle), 'utf8');
    expect(code).toContain(API);
    expect(code).not.toContain('process.env');
  }
}, 60_000);
