import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase } from '../../src/database/database.ts';
import { openSqlite } from '../../src/database/sqlite.ts';
import { QUIET } from './databases.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const DOWN = Object.assign(new Error('down'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });

/** Creates a database whose migrations fail until `state.isDown` is false, and counts the attempts. */
async function setUp() {
  const state = { isDown: true, attempts: 0 };
  const adapter = {
    ...openSqlite(':memory:'),
    lockMigrations: async () => {
      state.attempts += 1;
      if (state.isDown) throw DOWN;
    },
  };
  return { state, database: await createDatabase(adapter, QUIET) };
}

test('retries migrations after half a second, then after twice the time, up to ten seconds', async () => {
  const { state, database } = await setUp();
  const attemptsAfter = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    while (vi.getTimerCount() === 0) await nextTurn(); // an attempt is over when the next one is scheduled
    return state.attempts;
  };

  expect(state.attempts).toBe(1);
  let expected = 1;
  for (const delayMs of [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
    expect(await attemptsAfter(delayMs - 1)).toBe(expected);
    expected += 1;
    expect(await attemptsAfter(1)).toBe(expected);
  }
  expect(await database.readinessProblem()).toBe('database_not_migrated');

  state.isDown = false;
  await vi.advanceTimersByTimeAsync(10_000);
  while ((await database.readinessProblem()) !== undefined) await nextTurn();
  expect(vi.getTimerCount()).toBe(0);
  await database.close();
});

test('does not retry after the database was closed', async () => {
  const { database } = await setUp();
  expect(vi.getTimerCount()).toBe(1);
  await database.close();

  expect(vi.getTimerCount()).toBe(0);
});
