import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode } from '../src/node/proxy/decode.ts';

const BODY = Buffer.from('{"code":"expired"}');

test.each([
  ['gzip', gzipSync(BODY)],
  [' GZIP', gzipSync(BODY)],
  ['br', brotliCompressSync(BODY)],
  ['deflate', deflateSync(BODY)],
  ['identity', BODY],
  [undefined, BODY],
])('a recorded body with the encoding %s is readable', (encoding, body) => {
  expect(decode(body, encoding)).toEqual(BODY);
});

test('a body that does not decompress, or decompresses to too much, stays as it was sent', () => {
  expect(decode(BODY, 'gzip')).toBe(BODY);
  const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024));
  expect(decode(bomb, 'gzip')).toBe(bomb);
  expect(decode(gzipSync(Buffer.alloc(32 * 1024 * 1024)), 'gzip')).toHaveLength(32 * 1024 * 1024);
});
