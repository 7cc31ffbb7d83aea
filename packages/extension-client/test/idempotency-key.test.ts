import { afterEach, expect, test, vi } from 'vitest';
import { createIdempotencyKey } from '../src/index.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('makes keys that differ, even in one millisecond with a stuck random source', () => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(new Set(Array.from({ length: 1_000 }, createIdempotencyKey)).size).toBe(1_000);
});

test('differs from the keys of another worker that starts in the same millisecond', async () => {
  vi.useFakeTimers();
  vi.resetModules();
  const otherWorker = await import('../src/index.ts');
  vi.resetModules();
  const worker = await import('../src/index.ts');
  expect(worker.createIdempotencyKey()).not.toBe(otherWorker.createIdempotencyKey());
});

test('needs no crypto, and fits in a header', () => {
  vi.stubGlobal('crypto', undefined);
  expect(createIdempotencyKey()).toMatch(/^[\da-z-]{10,64}$/);
});
