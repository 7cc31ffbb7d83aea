import { describe, expect, test } from 'vitest';
import { createFixedWindow } from '../src/http/limits/fixed-window.ts';

/** A window on a clock that the test sets, in milliseconds. */
function createClockedWindow(maxKeys = 100) {
  let time = 5_000;
  const window = createFixedWindow({ windowMs: 60_000, maxKeys, now: () => time });
  return {
    count: (key: string) => window.count(key).count,
    secondsLeft: (key: string) => window.count(key).secondsLeft,
    advance: (ms: number) => {
      time += ms;
    },
  };
}

describe('a fixed window', () => {
  test('counts each key for itself', () => {
    const { count } = createClockedWindow();
    expect([count('a'), count('a'), count('b'), count('a')]).toEqual([1, 2, 1, 3]);
  });

  test('begins with the first count of a key, and begins anew exactly when it is over', () => {
    const { count, advance } = createClockedWindow();
    count('a');
    advance(59_999);
    expect(count('a')).toBe(2);
    advance(1);
    expect(count('a')).toBe(1);
  });

  test('says how long it lasts, rounded up, so that who waits as long is not refused again', () => {
    const { secondsLeft, advance } = createClockedWindow();
    expect(secondsLeft('a')).toBe(60);
    advance(500);
    expect(secondsLeft('a')).toBe(60);
    advance(59_499);
    expect(secondsLeft('a')).toBe(1);
  });

  test('forgets keys that were not seen for long when there are too many, and never those seen lately', () => {
    const { count } = createClockedWindow(10);
    count('idle');
    for (let index = 0; index < 50; index += 1) {
      expect(count('busy')).toBe(index + 1);
      count(`stranger ${index}`);
    }
    expect(count('busy')).toBe(51);
    expect(count('idle')).toBe(1);
  });
});
