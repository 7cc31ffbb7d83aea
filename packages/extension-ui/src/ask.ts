import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiResult } from '@session-token/extension-client';

/** A question to the server, and the latest answer to it. */
export interface Asked<Value> {
  /** Undefined while the answer is awaited, and while there is nothing to ask. */
  readonly result: ReadonlySignal<ApiResult<Value> | undefined>;
  askAgain: () => void;
}

/**
 * Asks now, on `askAgain`, and whenever a signal changes that `question` reads before its first `await`.
 * An answer that arrives after that is dropped. A question that gives undefined asks nothing.
 */
export function ask<Value>(question: () => Promise<ApiResult<Value>> | undefined): Asked<Value> {
  const result = signal<ApiResult<Value>>();
  const repetitions = signal(0);

  effect(() => {
    void repetitions.value;
    let isStale = false;
    result.value = undefined;
    question()?.then((latest) => {
      if (!isStale) result.value = latest;
    });
    return () => {
      isStale = true;
    };
  });

  return { result, askAgain: () => repetitions.value++ };
}
