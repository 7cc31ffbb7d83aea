import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSecrets, credentialsIn } from '../src/secrets.ts';
import { TEST_SECRETS } from '../src/test-secrets.ts';

// Assembled here, so that the scan of this repository does not find them.
const HEX = '0f1e2d3c4b5a6978'.repeat(2);
const LETTERS = 'aB3dE5gH7j'.repeat(4);
const SECRET = `shpss_${HEX}`;

test.each([
  ['Shopify secret or token', SECRET],
  ['Shopify secret or token', `shpat_${HEX}`],
  ['value of a secret setting', `SHOPIFY_API_SECRET=${HEX}`],
  ['value of a secret setting', `SHOPIFY_API_SECRET_PREVIOUS: "${HEX}"`],
  ['private key', `-----BEGIN PRIVATE ${'KEY-----'}\n${LETTERS}`],
  ['npm token', `npm_${LETTERS.slice(0, 36)}`],
  ['GitHub token', `ghp_${LETTERS.slice(0, 36)}`],
  ['AWS key', `AKIA${'ABCDEFGH'.repeat(2)}`],
  ['Google key', `AIza${LETTERS.slice(0, 35)}`],
  ['Slack token', `xoxb-${LETTERS}`],
  ['Stripe key', `sk_live_${LETTERS}`],
])('finds a %s', (name, credential) => {
  expect(credentialsIn(`const key = "${credential}";`)).toContain(name);
});

test.each([
  ['a secret that is too short to be one', `shpss_${HEX.slice(1)}`],
  ['an empty setting', 'SHOPIFY_API_SECRET=\nSHOPIFY_API_SECRET_PREVIOUS='],
  ['a placeholder', 'SHOPIFY_API_SECRET=… node main.js'],
  ['a secret of the tests', `shpss_${TEST_SECRETS[0]}`],
])('ignores %s', (_what, text) => {
  expect(credentialsIn(text)).toEqual([]);
});

test('finds a real secret next to one of the tests', () => {
  expect(credentialsIn(`shpss_${TEST_SECRETS[0]} ${SECRET}`)).toEqual(['Shopify secret or token']);
});

test('finds a credential that a later commit removed, without printing it', () => {
  using repository = createRepository();
  repository.commit('settings.ts', SECRET);
  repository.commit('settings.ts', 'clean');
  const { findings } = checkSecrets(repository.root);
  expect(findings).toEqual([expect.stringMatching(/^commit [\da-f]+: Shopify secret or token$/)]);
});

test('finds an environment file that is about to be committed, but not its example', () => {
  using repository = createRepository();
  repository.commit('.env.example', 'PORT=3000');
  writeFileSync(join(repository.root, '.env.local'), 'PORT=3000');
  expect(checkSecrets(repository.root).findings).toEqual([expect.stringContaining('.env.local')]);
});

function createRepository() {
  const root = mkdtempSync(join(tmpdir(), 'secrets-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
  git('init', '--quiet');
  return {
    root,
    commit(path: string, text: string) {
      writeFileSync(join(root, path), text);
      git('add', '--all');
      git(
        '-c',
        'user.name=Test',
        '-c',
        'user.email=test@example.com',
        'commit',
        '--quiet',
        '--message',
        'A change',
      );
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}
