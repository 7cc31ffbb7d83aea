import type { AttackRequest, Exchange } from './exchange.ts';
import { isAnswered } from './exchange.ts';
import type { Send } from './send.ts';

/** A limit of the run that was reached, named by its option. */
export class LimitReached extends Error {}

export interface GovernorOptions {
  send: Send;
  maxRequests: number;
  maxWaitMs: number;
  /** Aborted when the run must end. */
  signal: AbortSignal;
  /** Returns milliseconds. */
  now: () => number;
  /** Must reject when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called before each wait. */
  onWait?: (ms: number) => void;
}

export interface Governor {
  /**
   * Sends what `build` returns. On 429, and on 503 with Retry-After, waits, builds it again, because its token may have
   * expired, and sends it.
   *
   * @throws {LimitReached}
   */
  send(build: () => AttackRequest): Promise<Exchange>;
  /** Requests sent so far, repetitions included. */
  sent(): number;
  waitedMs(): number;
}

const MIN_WAIT_MS = 1000;
const MAX_BACKOFF_MS = 32_000;

/** Bounds the requests and the waiting time of a run. All pending requests share one pause. */
export function createGovernor(options: GovernorOptions): Governor {
  const { send, maxRequests, maxWaitMs, signal, now, sleep, onWait } = options;
  let sent = 0;
  let waitedMs = 0;
  let pausedUntil = 0;

  return {
    async send(build) {
      for (let attempt = 0; ; attempt += 1) {
        while (pausedUntil > now() && !signal.aborted) {
          await sleep(pausedUntil - now(), signal).catch(() => {});
        }
        if (signal.aborted) throw new LimitReached('--max-time');
        if (sent >= maxRequests) throw new LimitReached('--max-requests');
        sent += 1;
        const exchange = await send(build());
        if (signal.aborted) throw new LimitReached('--max-time');
        const waitMs = findWait(exchange, attempt, now());
        if (waitMs === undefined) return exchange;
        pause(Math.max(waitMs, MIN_WAIT_MS));
      }
    },
    sent: () => sent,
    waitedMs: () => waitedMs,
  };

  function pause(waitMs: number): void {
    const until = now() + waitMs;
    if (until <= pausedUntil) return;
    const additionalMs = until - Math.max(now(), pausedUntil);
    if (waitedMs + additionalMs > maxWaitMs) throw new LimitReached('--max-wait');
    waitedMs += additionalMs;
    pausedUntil = until;
    onWait?.(waitMs);
  }
}

/** Returns how long a busy server asks to wait, in milliseconds; `undefined` if it is not busy. */
function findWait(exchange: Exchange, attempt: number, now: number): number | undefined {
  if (!isAnswered(exchange)) return undefined;
  const retryAfter = exchange.headers['retry-after'];
  if (exchange.status === 503 ? retryAfter === undefined : exchange.status !== 429) return undefined;
  const backoffMs = Math.min(MIN_WAIT_MS * 2 ** attempt, MAX_BACKOFF_MS);
  return retryAfter === undefined ? backoffMs : (parseRetryAfter(retryAfter, now) ?? backoffMs);
}

/** Reads seconds or a date (RFC 9110 §10.2.3). */
function parseRetryAfter(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
