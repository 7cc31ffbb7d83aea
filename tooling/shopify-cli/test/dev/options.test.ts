import { expect, test } from 'vitest';
import { parseDevOptions } from '../../src/dev/options.ts';

const parse = (line: string, env: NodeJS.ProcessEnv = {}) =>
  parseDevOptions(line.split(' ').filter(Boolean), env);

test.each([
  '--store a --api-url https://api.shop.dev --reset',
  '--store a --api-url=https://api.shop.dev --reset',
  '--api-url https://api.shop.dev/ --store a --reset',
])('takes the API address out of %s', (line) => {
  expect(parse(line)).toEqual({
    apiUrl: 'https://api.shop.dev',
    useLocalhost: false,
    cliArgs: ['--store', 'a', '--reset'],
  });
});

test('takes the API address from the environment, unless the option names another', () => {
  expect(parse('', { API_URL: 'https://env.shop.dev' })).toMatchObject({ apiUrl: 'https://env.shop.dev' });
  expect(parse('--api-url https://option.shop.dev', { API_URL: 'https://env.shop.dev' })).toMatchObject({
    apiUrl: 'https://option.shop.dev',
  });
});

test.each([
  ['--api-url http://api.shop.dev', 'https://'],
  ['--api-url api.shop.dev', 'https://'],
  ['--api-url https://user@api.shop.dev', 'must not contain'],
  ['--api-url https://:secret@api.shop.dev', 'must not contain'],
  ['--api-url https://api.shop.dev?x=1', 'must not contain'],
  ['--api-url https://api.shop.dev#x', 'must not contain'],
  ['--api-url', 'needs an address'],
  ['--api-url=', 'needs an address'],
])('rejects %s', (line, message) => {
  expect(() => parse(line)).toThrow(message);
});

test('leaves every option of the CLI to the CLI', () => {
  const line = '--path apps -c staging --use-localhost --tunnel-url https://a.dev:80 --unknown';
  expect(parse(line)).toEqual({ path: 'apps', useLocalhost: true, cliArgs: line.split(' ') });
});

test('drops the -- that pnpm hands on', () => {
  expect(parse('-- --store a').cliArgs).toEqual(['--store', 'a']);
});

test('reads the CLI’s own variables', () => {
  const env = { SHOPIFY_FLAG_PATH: '/app', SHOPIFY_FLAG_USE_LOCALHOST: '1' };
  expect(parse('', env)).toEqual({ path: '/app', useLocalhost: true, cliArgs: [] });
  expect(parse('', { SHOPIFY_FLAG_USE_LOCALHOST: '0' }).useLocalhost).toBe(false);
});
