/** A running time limit, as the work under it sees it. */
export interface TimeLimit {
  /** Whether nobody waits for the work any more. */
  isOver: boolean;
  /** Aborts when the limit is over; null where the worker has no AbortController. */
  signal: AbortSignal | null;
}

/**
 * What `work` resolves to, or `overdue` after `limitMs`. The timer alone keeps the limit, since work
 * that cannot be aborted (a host that never answers with a token) must not keep the buyer waiting either.
 */
export async function withinTimeLimit<Result>(
  limitMs: number,
  overdue: Result,
  work: (limit: TimeLimit) => Promise<Result>,
): Promise<Result> {
  const abort = typeof AbortController === 'function' ? new AbortController() : null;
  const limit: TimeLimit = { isOver: false, signal: abort ? abort.signal : null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<Result>((resolve) => {
    timer = setTimeout(() => {
      limit.isOver = true;
      resolve(overdue);
      abort?.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([work(limit), end]);
  } finally {
    clearTimeout(timer);
  }
}
