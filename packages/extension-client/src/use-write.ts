import { type ReadonlySignal, signal } from '@preact/signals';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ApiResult } from './result.ts';
import { type CallSignal, createAbortController } from './timeout.ts';
import { useDisposable } from './use-query.ts';

type Writer<Value> = (idempotencyKey: string, signal: CallSignal) => Promise<ApiResult<Value>>;

export interface Write<Value> {
  /** Undefined before the first `send`. */
  readonly state: ReadonlySignal<'pending' | ApiResult<Value> | undefined>;
  /** Sends the write, or retries it. Ignored while pending. Resolves to undefined if ignored or aborted. */
  send: () => Promise<ApiResult<Value> | undefined>;
}

/**
 * A write that a person starts and may retry. All retries share an Idempotency-Key, so the server runs the write once.
 * For another write, mount the component again. Unmounting aborts a pending call.
 */
export const useWrite = <Value>(writer: Writer<Value>): Write<Value> =>
  useDisposable(() => createWrite(writer));

/** `useWrite` without a component. */
export function createWrite<Value>(writer: Writer<Value>): Write<Value> & { dispose: () => void } {
  const state = signal<'pending' | ApiResult<Value>>();
  const idempotencyKey = createIdempotencyKey();
  const controller = createAbortController();

  async function send() {
    if (state.peek() === 'pending') return undefined;
    state.value = 'pending';
    const result = await writer(idempotencyKey, controller.signal);
    if (controller.signal.aborted) return undefined;
    state.value = result;
    return result;
  }
  return { state, send, dispose: () => controller.abort() };
}
