import type { ApiResult } from './result.ts';

/** The part of `AbortSignal` that calls need. */
export interface CallSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Creates an `AbortController`, or a substitute if the worker has none. The substitute cannot stop a running fetch. */
export function createAbortController(): { readonly signal: CallSignal; abort(): void } {
  if (typeof AbortController === 'function') return new AbortController();
  const listeners: (() => void)[] = [];
  const signal = {
    aborted: false,
    addEventListener: (_type: 'abort', listener: () => void) => void listeners.push(listener),
    removeEventListener() {},
  };
  const abort = () => {
    signal.aborted = true;
    for (const listener of listeners) listener();
  };
  return { signal, abort };
}

/**
 * Runs `work` until it settles, `timeoutMs` have passed, or `callerSignal` aborts. The last two abort the signal of `work`
 * and return without waiting for it, because a host may never return a token.
 */
export function withTimeout<Value>(
  timeoutMs: number,
  callerSignal: CallSignal | undefined,
  work: (signal: CallSignal) => Promise<ApiResult<Value>>,
): Promise<ApiResult<Value>> {
  const controller = createAbortController();
  return new Promise((resolve) => {
    const settle = (result: ApiResult<Value>) => {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onAbort);
      resolve(result);
      controller.abort();
    };
    const onAbort = () => settle({ ok: false, reason: 'aborted' });
    const timer = setTimeout(settle, timeoutMs, { ok: false, reason: 'timeout' });
    callerSignal?.addEventListener('abort', onAbort);
    if (callerSignal?.aborted) onAbort();
    work(controller.signal).then(settle);
  });
}
