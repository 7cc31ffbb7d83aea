import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLAIM_LIFETIME_MS, CLEANUP } from '../../src/single-use/single-use.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW } from '../test-app.ts';
import { createSingleUseApp, type SingleUseApp } from './single-use-app.ts';

describe.each(DATABASES)('a write through the single-use guard on %s', (_name, createDatabase) => {
  let nowMs: number;
  let app: SingleUseApp;
  beforeAll(async () => {
    app = await createSingleUseApp({ database: await createDatabase(), now: () => nowMs });
  });
  beforeEach(async () => {
    nowMs = NOW;
    await app.forgetAll();
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

  test('happens once for one key: a retry gets the first answer, byte for byte', async () => {
    const first = await app.write(app.mint(), 5, 'key-1');
    const retry = await app.write(app.mint(), 5, 'key-1');

    expect(first.statusCode).toBe(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect([retry.statusCode, retry.body]).toEqual([201, first.body]);
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect(await app.written()).toEqual([5]);
  });

  test('takes the token for the key when there is none', async () => {
    const token = app.mint();
    const first = await app.write(token, 5);

    expect((await app.write(token, 5)).body).toBe(first.body);
    expect((await app.write(app.mint(), 5)).body).not.toBe(first.body);
    expect(await app.written()).toEqual([5, 5]);
  });

  test('cannot be reached by a key that looks like the id of a token', async () => {
    await app.write(app.mint({ jti: 'the-jti' }), 5);
    const response = await app.write(app.mint(), 5, 'the-jti');

    expect(response.headers).not.toHaveProperty('idempotency-replayed');
    expect(await app.written()).toEqual([5, 5]);
  });

  test('gives no anonymous buyer the answer of another, and each their own', async () => {
    const [one, other] = [app.mint({ sub: undefined }), app.mint({ sub: undefined })];
    const first = await app.write(one, 5, 'key-1');

    expect((await app.write(one, 5, 'key-1')).body).toBe(first.body);
    expect((await app.write(other, 5, 'key-1')).body).not.toBe(first.body);
    expect((await app.write(app.mint(), 5, 'key-1')).body).not.toBe(first.body);
  });

  test('is refused for a key that came with another request', async () => {
    await app.write(app.mint(), 5, 'key-1');
    const response = await app.write(app.mint(), 6, 'key-1');

    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'idempotency_key_reused', retryable: false });
    expect(await app.written()).toEqual([5]);
  });

  test('is refused while the same one is under way, and then answers with what that did', async () => {
    const { reached, release } = holdNextWrite();
    const underWay = app.write(app.mint(), 5, 'key-1');
    await reached;
    const second = await app.write(app.mint(), 5, 'key-1');
    release();
    const first = await underWay;

    expect(second.statusCode).toBe(409);
    expect(second.headers['retry-after']).toBe('1');
    expect(second.json()).toMatchObject({ code: 'idempotency_in_progress', retryable: true });
    expect((await app.write(app.mint(), 5, 'key-1')).body).toBe(first.body);
    expect(await app.written()).toEqual([5]);
  });

  test('happens once for 50 requests at once with one key', async () => {
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => app.write(app.mint(), 5, 'one-for-all')),
    );

    expect(await app.written()).toEqual([5]);
    expect(responses.filter(({ statusCode }) => ![201, 409].includes(statusCode))).toEqual([]);
    const answers = responses.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body);
    expect(new Set(answers).size).toBe(1);
  });

  test('happens for each of 50 requests at once with keys of their own', async () => {
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.write(app.mint(), 100 + index, `key-${index}`)),
    );

    expect(responses.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201));
    expect(new Set(await app.written()).size).toBe(50);
  });

  test('leaves neither change nor claim when it dies half-way, so that the retry does it', async () => {
    app.during.write = async () => {
      throw new Error('power cut');
    };
    expect((await app.write(app.mint(), 5, 'key-1')).statusCode).toBe(500);
    expect([await app.written(), await app.claimCount()]).toEqual([[], 0]);

    app.during.write = async () => {};
    expect((await app.write(app.mint(), 5, 'key-1')).statusCode).toBe(201);
    expect(await app.written()).toEqual([5]);
  });

  test('keeps a refusal too: a retry that comes late cannot do what was refused', async () => {
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
  ])('is remembered for a day: %i ms from the end, replayed %s', async (offsetMs, replayed, written) => {
    await app.write(app.mint(), 5, 'key-1');
    nowMs = NOW + CLAIM_LIFETIME_MS + offsetMs;
    const response = await app.write(app.mint(), 5, 'key-1');

    expect(response.statusCode).toBe(201);
    expect(response.headers['idempotency-replayed']).toBe(replayed);
    expect(await app.written()).toEqual(written);
    expect(await app.claimCount()).toBe(1);
  });

  test('cleans up expired claims in bounded steps, faster than they come', async () => {
    const old = Array.from({ length: CLEANUP.claims + 60 }, (_, index) => ({
      claim: `old-${index}`,
      request: '',
      status: 201,
      answer: '{}',
      expires_at: NOW - 1000 + index,
    }));
    const fresh = await createSingleUseApp({ database: await createDatabase() });
    await fresh.app.database.read((db) => db.insertInto('single_use_claims').values(old).execute());

    await fresh.write(fresh.mint(), 1, 'first'); // of its process
    await expect.poll(() => fresh.claimCount()).toBe(60 + 1);

    for (let count = 2; count <= CLEANUP.everyWrites; count += 1)
      await fresh.write(fresh.mint(), 1, `${count}`);
    expect(await fresh.claimCount()).toBe(60 + CLEANUP.everyWrites);
    await fresh.write(fresh.mint(), 1, '101');
    await expect.poll(() => fresh.claimCount()).toBe(CLEANUP.everyWrites + 1);
    await fresh.app.close();
  });

  test.each([
    ['quoted, as the draft has it', '"abc"', 'abc'],
    ['128 characters', 'k'.repeat(128), `"${'k'.repeat(128)}"`],
    ['every sign that is allowed', "!#$%&'()*+-./:;<=>?@[]^_`{|}~", "!#$%&'()*+-./:;<=>?@[]^_`{|}~"],
  ])('takes a key %s', async (_kind, key, same) => {
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
  ])('refuses a key with %s', async (_kind, key) => {
    const response = await app.write(app.mint(), 5, key);

    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('idempotency_key_invalid');
    expect(await app.written()).toEqual([]);
  });
});

describe('a write through two processes on one PostgreSQL', () => {
  test('is refused in the second while it is under way in the first', async () => {
    const database = await DATABASES[1]![1]();
    const first = await createSingleUseApp({ database });
    const second = await createSingleUseApp({ database });
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
