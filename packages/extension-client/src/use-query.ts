import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { ApiResult } from './result.ts';
import { type CallSignal, createAbortController } from './timeout.ts';

/** Starts a call. Returns undefined if there is nothing to fetch. */
type Fetcher<Value> = (signal: CallSignal) => Promise<ApiResult<Value>> | undefined;

export interface Query<Value> {
  /** Undefined while the call is pending, and if there is nothing to fetch. */
  readonly result: ReadonlySignal<ApiResult<Value> | undefined>;
  /** Fetches again. */
  refetch: () => void;
}

/**
 * Fetches when the component mounts, on `refetch`, and when a signal changes that `fetcher` reads before its first
 * `await`. Aborts the pending call each time, and when the component unmounts. Later changes of `fetcher` are ignored.
 */
export const useQuery = <Value>(fetcher: Fetcher<Value>): Query<Value> =>
  useDisposable(() => createQuery(fetcher));

/** Creates a value when the component mounts, and disposes of it when the component unmounts. */
export function useDisposable<T extends { dispose: () => void }>(create: () => T): T {
  const value = useMemo(create, []);
  // Not useEffect: it has not run yet if the component unmounts at once.
  useLayoutEffect(() => value.dispose, []);
  return value;
}

/** `useQuery` without a component. */
export function createQuery<Value>(fetcher: Fetcher<Value>): Query<Value> & { dispose: () => void } {
  const result = signal<ApiResult<Value>>();
  const fetches = signal(0);

  const dispose = effect(() => {
    void fetches.value;
    const controller = createAbortController();
    result.value = undefined;
    fetcher(controller.signal)?.then((latest) => {
      if (!controller.signal.aborted) result.value = latest;
    });
    return () => controller.abort();
  });

  return { result, dispose, refetch: () => void fetches.value++ };
}
