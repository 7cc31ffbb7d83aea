import type { VerifiedToken } from '@session-token/token-verify';
import { ApiError } from '../http/errors/api-error.ts';
import type { CreateWindow } from '../http/limits/fixed-window.ts';

/**
 * Limits of one caller in one shop. `writesPerMinute` includes retries.
 * `liveRecords` is the number of stored responses; at the limit new writes are rejected, because dropping a
 * record would let a retry run its write twice. All devices of a POS location may share one staff user.
 */
export const WRITE_LIMITS = {
  buyer: { writesPerMinute: 30, liveRecords: 200 },
  staff: { writesPerMinute: 300, liveRecords: 10_000 },
} as const satisfies Record<VerifiedToken['kind'], object>;

/** Size limit of a stored response, in UTF-8 bytes of its JSON. A larger one is a bug in the route. */
export const MAX_RESPONSE_BYTES = 8 * 1024;

const WINDOW_MS = 60_000;
/** Maximum number of callers. Beyond that, inactive ones are dropped. */
const MAX_CALLERS = 50_000;

/** Creates a function that counts a caller's write and throws `rate_limited` past the limit. */
export function createWriteLimit(createWindow: CreateWindow) {
  const writes = createWindow('writes', { windowMs: WINDOW_MS, maxKeys: MAX_CALLERS });
  return async (caller: string, kind: VerifiedToken['kind']): Promise<void> => {
    const { count, secondsLeft } = await writes.count(caller);
    const { writesPerMinute } = WRITE_LIMITS[kind];
    if (count > writesPerMinute)
      throw rateLimited(secondsLeft, `A caller may write ${writesPerMinute} times a minute.`);
  };
}

/** Creates the error for a caller with too many records. `expiresAtMs` is when the next one expires. */
export function tooManyRecords(kind: VerifiedToken['kind'], expiresAtMs: number, nowMs: number): ApiError {
  const detail = `A caller may have ${WRITE_LIMITS[kind].liveRecords} writes that can still be retried.`;
  return rateLimited(Math.ceil((expiresAtMs - nowMs) / 1000), detail);
}

function rateLimited(retryAfterSeconds: number, detail: string): ApiError {
  return new ApiError('rate_limited', {
    headers: { 'retry-after': String(Math.max(1, retryAfterSeconds)) },
    detail: `${detail} Retry with the same key after Retry-After seconds.`,
  });
}
