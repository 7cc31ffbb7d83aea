import { expect, test } from 'vitest';
import { isLoopback } from '../src/node/http/listen.ts';
import { parseHosts } from '../src/node/terminal/hosts-option.ts';

test.each([
  ['example.com', 'example.com'],
  ['API.Example.com', 'api.example.com'],
  ['example.com:8443', 'example.com:8443'],
  ['example.com:443', 'example.com'],
  ['example.com:80', 'example.com'],
  ['[::1]:3000', '[::1]:3000'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('--allow-host %s allows %s', (text, host) => {
  expect(parseHosts('--allow-host', [text])).toEqual([host]);
});

test.each([
  '*',
  '*.example.com',
  'example.com/',
  'user@example.com',
  'example.com?',
  'a b',
  '',
  'example.com:99999',
])('--allow-host "%s" is rejected', (text) => {
  expect(() => parseHosts('--allow-host', [text])).toThrow('--allow-host takes one host');
});

test('--allow-host with a URL says what to write', () => {
  expect(() => parseHosts('--allow-host', ['https://example.com:8443/api'])).toThrow(
    'Write --allow-host example.com:8443',
  );
});

test.each([
  ['http://localhost:4100', true],
  ['http://app.localhost:4100', true],
  ['http://127.0.0.1:4100', true],
  ['http://127.1.2.3:4100', true],
  ['http://2130706433:4100', true],
  ['http://[::1]:4100', true],
  ['http://0.0.0.0:4100', true],
  ['http://localhost:4101', false],
  ['http://localhost.example:4100', false],
  ['http://127.0.0.1.example:4100', false],
  ['http://128.0.0.1:4100', false],
])('%s is this machine on port 4100: %s', (url, isOwn) => {
  expect(isLoopback(new URL(url), 4100)).toBe(isOwn);
});
