import { expect, test } from 'vitest';
import { applicationUrlProblem, findProductionUrl } from '../../src/deploy/production-url.ts';

const FILE = '.env.production';
const find = (shell?: string, file?: string) =>
  findProductionUrl({ shell, file: { name: FILE, value: file } });

test('takes the address of the file', () => {
  expect(find(undefined, 'https://api.shop.dev')).toEqual({
    ok: true,
    url: 'https://api.shop.dev',
    source: FILE,
  });
});

test('prefers the shell, as the CLI does', () => {
  expect(find('https://shell.shop.dev', 'https://file.shop.dev')).toMatchObject({
    url: 'https://shell.shop.dev',
    source: 'the shell',
  });
});

test.each(['', '  '])('an empty APP_URL of the shell (%j) leaves the choice to the file', (shell) => {
  expect(find(shell, 'https://file.shop.dev')).toMatchObject({ ok: true, source: FILE });
});

test('takes an address below a path, and one with a port', () => {
  expect(find('https://shop.dev/loyalty')).toMatchObject({ ok: true });
  expect(find('https://shop.dev:8443')).toMatchObject({ ok: true });
});

test('refuses where no address is set', () => {
  expect(find()).toEqual({
    ok: false,
    problem: `APP_URL is set neither in the shell nor in ${FILE}`,
  });
});

test.each([
  ['api.shop.dev', 'is not a URL'],
  ['http://api.shop.dev', 'must start with https://'],
  ['https://user@api.shop.dev', 'an address alone'],
  ['https://api.shop.dev/?x=1', 'an address alone'],
  ['https://api.shop.dev/#x', 'an address alone'],
  ['https://127.0.0.1', 'is an IP address'],
  ['https://[::1]:3000', 'is an IP address'],
  ['https://localhost:3000', 'is of a development session'],
  ['https://some-words.trycloudflare.com', 'is of a development session'],
  ['https://abc.ngrok-free.app', 'is of a development session'],
  ['https://example.com/', 'is of a development session'],
])('refuses %s', (url, problem) => {
  expect(find(url)).toEqual({ ok: false, problem: expect.stringContaining(problem), source: 'the shell' });
});

test.each(['https://myexample.com', 'https://trycloudflare.com.shop.dev', 'https://nottrycloudflare.com'])(
  'takes %s, which only looks like one',
  (url) => expect(find(url)).toMatchObject({ ok: true }),
);

test('application_url may have a path of its own, on the same server', () => {
  expect(applicationUrlProblem('https://api.shop.dev/', 'https://api.shop.dev')).toBeUndefined();
  expect(applicationUrlProblem('https://api.shop.dev/open', 'https://api.shop.dev')).toBeUndefined();
});

test.each([undefined, '', 'https://shopify.dev/apps/default-app-home', 'https://api.shop.dev:8443'])(
  'refuses application_url = %j, where webhooks would go elsewhere',
  (value) => {
    expect(applicationUrlProblem(value, 'https://api.shop.dev')).toContain('would go elsewhere');
  },
);
