import type { ApiErrorCode } from '@session-token/shared';
import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import type { SessionTokenVerifier, VerifiedToken } from '@session-token/token-verify';
import { findSurprises } from '@session-token/token-verify/explain';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createServiceMetrics, type ServiceMetrics } from './service-metrics.ts';

export interface ResponseLabels {
  method: string;
  route: string;
  status: number;
}

/** Metrics for operators. Labels are codes, kinds and route patterns, never values that a client chooses. */
export interface Metrics extends ServiceMetrics {
  verified(session: VerifiedToken): void;
  rejected(code: ApiErrorCode): void;
  responded(labels: ResponseLabels, seconds: number): void;
  /** Returns all metrics in the Prometheus text format. */
  text(): Promise<string>;
}

export function createMetrics(
  verifier: Pick<SessionTokenVerifier, 'stats'>,
  now: () => number = Date.now,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const verifications = new Counter({
    name: 'session_token_verifications_total',
    help: 'Session tokens by outcome (`verified` or the error code) and kind.',
    labelNames: ['outcome', 'kind'],
    registers,
  });
  const secretMatches = new Counter({
    name: 'session_token_secret_matches_total',
    help: 'Verified tokens by the client secret that signed them.',
    labelNames: ['secret'],
    registers,
  });
  const previousSecretUsedAt = new Gauge({
    name: 'session_token_previous_secret_last_used_timestamp_seconds',
    help: 'When a token signed with the previous client secret last came; 0 for never.',
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its response.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const countSurprises = createSurpriseCounter(registers);
  // Creates the series at start-up, because rates and alerts need the 0 before the first count.
  for (const kind of ['buyer', 'staff']) verifications.inc({ outcome: 'verified', kind }, 0);
  for (const outcome of SESSION_TOKEN_ERROR_CODES) verifications.inc({ outcome, kind: 'unknown' }, 0);
  for (const secret of ['current', 'previous']) secretMatches.inc({ secret }, 0);
  collectCacheMetrics(verifier, registers);

  return {
    ...createServiceMetrics(registers),
    verified(session) {
      const { kind, secretVersion } = session;
      countSurprises(session);
      verifications.inc({ outcome: 'verified', kind });
      secretMatches.inc({ secret: secretVersion });
      if (secretVersion === 'previous') previousSecretUsedAt.set(Math.floor(now() / 1000));
    },
    rejected: (outcome) => verifications.inc({ outcome, kind: 'unknown' }),
    responded: (labels, seconds) => durations.observe({ ...labels }, seconds),
    text: () => registry.metrics(),
  };
}

/**
 * Counts the forms of verified claims that no public source shows, once for each cached token. The labels are of closed
 * sets: unknown claims share one name, and a shape contains nothing of a value.
 */
function createSurpriseCounter(registers: Registry[]): (session: VerifiedToken) => void {
  const surprises = new Counter({
    name: 'session_token_surprises_total',
    help: 'Verified tokens with a form that no public source shows, by documented claim and shape.',
    labelNames: ['kind', 'claim', 'shape'],
    registers,
  });
  const counted = new WeakSet<VerifiedToken>();
  return (session) => {
    if (counted.has(session)) return;
    counted.add(session);
    for (const { claim, shape } of findSurprises(session.claims)) {
      surprises.inc({ kind: session.kind, claim, shape });
    }
  };
}

/** Reads the verifier's statistics at each scrape. */
function collectCacheMetrics(verifier: Pick<SessionTokenVerifier, 'stats'>, registers: Registry[]): void {
  for (const [name, help, read] of [
    ['hits', 'Tokens found in the cache.', () => verifier.stats().hits],
    ['misses', 'Tokens that had to be verified.', () => verifier.stats().misses],
    ['entries', 'Tokens in the cache now.', () => verifier.stats().size],
  ] as const) {
    new Gauge({
      name: `session_token_cache_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
}
