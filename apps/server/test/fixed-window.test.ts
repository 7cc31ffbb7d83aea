import { describe, expect, test } from 'vitest';
import { createFixedWindow } from '../src/http/limits/fixed-window.ts';

/** A window on a clock that the test sets, in milliseconds. */
function createClockedWindow(maxKeys = 100) {
  let time = 5_000;
  const window = createFixedWindow({ windowMs: 60_000, maxKeys, now: () => time });
  return {
    count: (key: string) => window.count(key).count,
    peek: (key: string) => window.peek(key),
    secondsLeft: (key: string) => window.count(key).secondsLeft,
    advance: (ms: number) => {
      time += ms;
    },
  };
}

describe('a fixed window', () => {
  test('counts each key separately', () => {
    const { count } = createClockedWindow();
    expect([count('a'), count('a'), count('b'), count('a')]).toEqual([1, 2, 1, 3]);
  });

  test('begins with the first count of a key and restarts exactly when it ends', () => {
    const { count, advance } = createClockedWindow();
    count('a');
    advance(59_999);
    expect(count('a')).toBe(2);
    advance(1);
    expect(count('a')).toBe(1);
  });

  test('rounds the remaining seconds up, so that a client that waits is not rejected again', () => {
    const { secondsLeft, advance } = createClockedWindow();
    expect(secondsLeft('a')).toBe(60);
    advance(500);
    expect(secondsLeft('a')).toBe(60);
    advance(59_499);
    expect(secondsLeft('a')).toBe(1);
  });

  test('drops keys that were not used lately when there are too many, and never recent ones', () => {
    const { count } = createClockedWindow(10);
    count('idle');
    for (let index = 0; index < 50; index += 1) {
      expect(count('busy')).toBe(index + 1);
      count(`stranger ${index}`);
    }
    expect(count('busy')).toBe(51);
    expect(count('idle')).toBe(1);
  });

  test('returns a count without changing it, until the window ends', () => {
    const { count, peek, advance } = createClockedWindow();
    expect(peek('a')).toEqual({ count: 0, secondsLeft: 60 });
    count('a');
    advance(59_999);
    expect([peek('a'), peek('a')]).toEqual([
      { count: 1, secondsLeft: 1 },
      { count: 1, secondsLeft: 1 },
    ]);
    advance(1);
    expect(peek('a')).toEqual({ count: 0, secondsLeft: 60 });
  });

  test('returns the count of a key that is only in the old generation', () => {
    const { count, peek } = createClockedWindow(4);
    count('a');
    count('b');
    count('c');
    expect(peek('a').count).toBe(1);
  });
});
