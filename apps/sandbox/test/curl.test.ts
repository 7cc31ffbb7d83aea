import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Exchange, isShortened, MAX_BODY_CHARACTERS } from '../src/contract/exchange.ts';
import { toCurl } from '../src/page/model/curl.ts';

const exchange: Exchange = {
  id: 1,
  method: 'POST',
  path: '/api/things?name=a&b',
  isForApp: true,
  preflight: false,
  durationMs: 1,
  requestHeaders: {
    host: '127.0.0.1:1',
    origin: 'null',
    authorization: 'Bearer eyJhbGciOiJI… (398 characters)',
    'content-type': 'application/json',
    'sec-fetch-mode': 'cors',
  },
  requestBody: `{"reason":"it's $HOME and \`id\`"}`,
  responseHeaders: {},
  responseBody: '',
};

/** The arguments that a shell passes to curl. */
const argumentsOf = (command: string) =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

test('a shell reads the command correctly, whatever the request contains', () => {
  expect(argumentsOf(toCurl(exchange, 'http://127.0.0.1:1'))).toEqual([
    '-g',
    '-i',
    '-X',
    'POST',
    'http://127.0.0.1:1/api/things?name=a&b',
    '-H',
    'origin: null',
    '-H',
    'authorization: Bearer eyJhbGciOiJI… (398 characters)',
    '-H',
    'content-type: application/json',
    '--data-raw',
    `{"reason":"it's $HOME and \`id\`"}`,
  ]);
});

test('the token is whole only if requested', () => {
  expect(toCurl(exchange, 'http://127.0.0.1:1')).toContain('… (398 characters)');
  expect(toCurl(exchange, 'http://127.0.0.1:1', 'Bearer whole')).toContain(
    "-H 'authorization: Bearer whole'",
  );
});

test.each([
  ['HEAD', { method: 'HEAD', requestBody: '' }, '--head'],
  ['an empty header', { requestHeaders: { 'x-empty': '' } }, "-H 'x-empty;'"],
  ['brackets in the path', { path: '/api?ids[]=1' }, 'curl -g '],
])('the command handles %s', (_what, fields, option) => {
  expect(toCurl({ ...exchange, ...fields }, 'http://127.0.0.1:1')).toContain(option);
});

test.each([
  [MAX_BODY_CHARACTERS, false],
  [MAX_BODY_CHARACTERS + 1, true],
])('a recorded body of %i characters is shortened: %s', (length, shortened) => {
  expect(isShortened('x'.repeat(length))).toBe(shortened);
});
