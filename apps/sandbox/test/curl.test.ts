import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { toCurl } from '../src/page/model/curl.ts';

const exchange: Exchange = {
  id: 1,
  method: 'POST',
  path: '/api/things?name=a&b',
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

/** What a shell makes of the command, one argument a line. */
const argumentsOf = (command: string) =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

test('a shell reads the command as it was meant, whatever is in the request', () => {
  expect(argumentsOf(toCurl(exchange, 'http://127.0.0.1:1'))).toEqual([
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

test('the token is whole only where it was asked for', () => {
  expect(toCurl(exchange, 'http://127.0.0.1:1')).toContain('… (398 characters)');
  expect(toCurl(exchange, 'http://127.0.0.1:1', 'Bearer whole')).toContain(
    "-H 'authorization: Bearer whole'",
  );
});
