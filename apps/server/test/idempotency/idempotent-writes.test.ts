import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DATABASES } from '../database/databases.ts';
import { NOW } from '../test-app.ts';
import { createWritesApp, type WritesApp } from './writes-app.ts';

const DAY_MS = 86_400_000;

describe.each(DATABASES)('an idempotent write on %s', (_name, createDatabase) => {
  let nowMs: number;
  let app: WritesApp;
  beforeAll(async () => {
    app = await createWritesApp({ database: await createDatabase(), now: () => nowMs });
  });
  beforeEach(async () => {
    nowMs = NOW;
    await app.reset();
  });
  afterAll(() => app.app.close());

  /** Holds the next write after its change, until `release` is called. */
  function holdNextWrite(): { reached: Promise<void>; release: () => void } {
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    app.during.write = async () => {
      app.during.write = async () => {};
      reach();
      await held;
    };
    return { reached, release };
  }

  test('runs once per key; a retry gets the first response, byte for byte', async () => {
    const first = await app.write(app.mint(), 5, 'key-1');
    const retry = await app.write(app.mint(), 5, 'key-1');

    expect(first.statusCode).toBe(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect([retry.statusCode, retry.body]).toEqual([201, first.body]);
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect(await app.written()).toEqual([5]);
  });

  test('uses the token as the key if the header is missing', async () => {
    const token = app.mint();
    const first = await app.write(token, 5);

    expect((await app.write(token, 5)).body).toBe(first.body);
    expect((await app.write(app.mint(), 5)).body).not.toBe(first.body);
    expect(await app.written()).toEqual([5, 5]);
  });

  test('is not found by a key that equals the id of a token', async () => {
    await app.write(app.mint({ jti: 'the-jti' }), 5);
    const response = await app.write(app.mint(), 5, 'the-jti');

    expect(response.headers).not.toHaveProperty('idempotency-replayed');
    expect(await app.written()).toEqual([5, 5]);
  });

  test('replays the response of a guest to the same token only', async () => {
    const [one, other] = [app.mint({ sub: undefined }), app.mint({ sub: undefined })];
    const first = await app.write(one, 5, 'key-1');

    expect((await app.write(one, 5, 'key-1')).body).toBe(first.body);
    expect((await app.write(other, 5, 'key-1')).body).not.toBe(first.body);
    expect((await app.write(app.mint(), 5, 'key-1')).body).not.toBe(first.body);
  });

  test('rejects a key that was used with another request', async () => {
    await app.write(app.mint(), 5, 'key-1');
    const response = await app.write(app.mint(), 6, 'key-1');

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'idempotency_key_reused', retryable: false });
    expect(await app.written()).toEqual([5]);
  });

  test('is rejected while the same write is pending, and replayed afterwards', async () => {
    const { reached, release } = holdNextWrite();
    const pending = app.write(app.mint(), 5, 'key-1');
    await reached;
    const second = await app.write(app.mint(), 5, 'key-1');
    release();
    const first = await pending;

    expect(second.statusCode).toBe(409);
    expect(second.headers['retry-after']).toBe('1');
    expect(second.json()).toMatchObject({ code: 'idempotency_in_progress', retryable: true });
    expect((await app.write(app.mint(), 5, 'key-1')).body).toBe(first.body);
    expect(await app.written()).toEqual([5]);
  });

  test('runs once for 50 concurrent requests with one key', async () => {
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => app.write(app.mint(), 5, 'one-for-all')),
    );

    expect(await app.written()).toEqual([5]);
    expect(responses.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([]);
    const answers = responses.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body);
    expect(new Set(answers).size).toBe(1);
  });

  test('runs for each of 50 concurrent requests with different keys', async () => {
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.write(app.mint(), 100 + index, `key-${index}`)),
    );

    expect(responses.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201));
    expect(new Set(await app.written()).size).toBe(50);
  });

  test('leaves neither change nor record if it fails, so the retry runs it', async () => {
    app.during.write = async () => {
      throw new Error('power cut');
    };
    expect((await app.write(app.mint(), 5, 'key-1')).statusCode).toBe(500);
    expect([await app.written(), await app.records()]).toEqual([[], []]);

    app.during.write = async () => {};
    expect((await app.write(app.mint(), 5, 'key-1')).statusCode).toBe(201);
    expect(await app.written()).toEqual([5]);
  });

  test('replays an error, so a late retry cannot perform a write that was reported as failed', async () => {
    const first = await app.write(app.mint(), 13, 'key-1');
    const retry = await app.write(app.mint(), 13, 'key-1');

    expect([first.statusCode, retry.statusCode]).toEqual([404, 404]);
    expect(retry.json().code).toBe('not_found');
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect((await app.write(app.mint(), 5, 'key-1')).statusCode).toBe(422);
  });

  test.each([
    [-1, 'true', [5]],
    [0, undefined, [5, 5]],
  ])('is replayed for 24 hours: %i ms from the end, replayed %s', async (offsetMs, replayed, written) => {
    await app.write(app.mint(), 5, 'key-1');
    nowMs = NOW + DAY_MS + offsetMs;
    const response = await app.write(app.mint(), 5, 'key-1');

    expect(response.statusCode).toBe(201);
    expect(response.headers['idempotency-replayed']).toBe(replayed);
    expect(await app.written()).toEqual(written);
    expect(await app.records()).toHaveLength(1);
  });

  test.each([
    ['quoted, as the draft has it', '"abc"', 'abc'],
    ['128 characters', 'k'.repeat(128), `"${'k'.repeat(128)}"`],
    ['every sign that is allowed', "!#$%&'()*+-./:;<=>?@[]^_`{|}~", "!#$%&'()*+-./:;<=>?@[]^_`{|}~"],
  ])('accepts a key %s', async (_kind, key, same) => {
    const first = await app.write(app.mint(), 5, key);

    expect(first.statusCode).toBe(201);
    expect((await app.write(app.mint(), 5, same)).body).toBe(first.body);
  });

  test.each([
    ['empty', ''],
    ['empty quotes', '""'],
    ['129 characters', 'k'.repeat(129)],
    ['a quote on one side', '"abc'],
    ['a space', 'a b'],
    ['a comma, as two headers become', 'abc, def'],
    ['a backslash', 'a\\b'],
    ['a control character', 'a\tb'],
    ['beyond ASCII', 'kéy'],
  ])('rejects a key with %s', async (_kind, key) => {
    const response = await app.write(app.mint(), 5, key);

    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('idempotency_key_invalid');
    expect(await app.written()).toEqual([]);
  });
});

describe('an idempotent write in two processes on one PostgreSQL', () => {
  test('is rejected by the second while it is pending in the first', async () => {
    const database = await DATABASES[1]![1]();
    const first = await createWritesApp({ database });
    const second = await createWritesApp({ database });
    let whileHeld: unknown;
    first.during.write = async () => {
      whileHeld = (await second.write(second.mint(), 5, 'key-1')).json();
    };

    const response = await first.write(first.mint(), 5, 'key-1');

    expect(response.statusCode).toBe(201);
    expect(whileHeld).toMatchObject({ code: 'idempotency_in_progress' });
    expect((await second.write(second.mint(), 5, 'key-1')).body).toBe(response.body);
    expect(await first.written()).toEqual([5]);
    await first.app.close();
    await second.app.close();
  });
});
