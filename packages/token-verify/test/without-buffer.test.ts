import { afterEach, expect, test, vi } from 'vitest';
import { CLIENT_ID, mint, segmentsOf } from './setup.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Loads the module as a runtime without `Buffer` does, such as a browser. */
async function loadWithoutBuffer() {
  vi.resetModules();
  vi.stubGlobal('Buffer', undefined);
  return import('../src/compact-jws.ts');
}

test('reads a token where the runtime has no Buffer', async () => {
  const [header, payload] = segmentsOf(mint({ name: 'Zoë ✓' }));
  const { assertHeader, parseJsonSegment } = await loadWithoutBuffer();

  assertHeader(header);
  expect(parseJsonSegment(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(parseJsonSegment(payload)).toMatchObject({ aud: CLIENT_ID, name: 'Zoë ✓' });
});

test('rejects a payload that is not UTF-8 where the runtime has no Buffer', async () => {
  const { parseJsonSegment } = await loadWithoutBuffer();

  expect(() => parseJsonSegment('_w')).toThrow(expect.objectContaining({ code: 'malformed_token' }));
});
