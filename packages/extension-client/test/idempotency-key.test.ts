import { afterEach, expect, test, vi } from 'vitest';
import { createIdempotencyKey } from '../src/idempotency-key.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('creates different keys even in one millisecond with a stuck random source', () => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(new Set(Array.from({ length: 1_000 }, createIdempotencyKey)).size).toBe(1_000);
});

test('creates different keys than a worker that starts in the same millisecond', async () => {
  vi.useFakeTimers();
  vi.resetModules();
  const otherWorker = await import('../src/idempotency-key.ts');
  vi.resetModules();
  const worker = await import('../src/idempotency-key.ts');
  expect(worker.createIdempotencyKey()).not.toBe(otherWorker.createIdempotencyKey());
});

test('needs no crypto, and fits in a header', () => {
  vi.stubGlobal('crypto', undefined);
  expect(createIdempotencyKey()).toMatch(/^[\da-z-]{10,64}$/);
});
