import type { ApiErrorCode } from '@session-token/shared';
import type { SessionTokenVerifier, VerifiedToken } from '@session-token/verify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counts what an operator of the server wants to see. Labels are codes, kinds and route patterns: nothing a client can make up. */
export interface Metrics {
  verified(session: VerifiedToken): void;
  refused(code: ApiErrorCode): void;
  responded(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Everything counted, in the Prometheus text format. */
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
    help: 'Session tokens decided on, by outcome (`verified` or the code of the refusal) and kind.',
    labelNames: ['outcome', 'kind'],
    registers,
  });
  const secretMatches = new Counter({
    name: 'session_token_secret_matches_total',
    help: 'Verified tokens by the client secret that signed them.',
    labelNames: ['secret'],
    registers,
  });
  const previousSecretUsed = new Gauge({
    name: 'session_token_previous_secret_last_used_timestamp_seconds',
    help: 'When a token signed by the previous client secret last came; 0 for never.',
    registers,
  });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its response.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  collectCacheMetrics(verifier, registers);

  return {
    verified({ kind, signedWith }) {
      verifications.inc({ outcome: 'verified', kind });
      secretMatches.inc({ secret: signedWith });
      if (signedWith === 'previous') previousSecretUsed.set(Math.floor(now() / 1000));
    },
    refused: (code) => verifications.inc({ outcome: code, kind: 'unknown' }),
    responded: (labels, seconds) => duration.observe(labels, seconds),
    text: () => registry.metrics(),
  };
}

/** Read from the verifier at each scrape, so that counting them costs a request nothing. */
function collectCacheMetrics(verifier: Pick<SessionTokenVerifier, 'stats'>, registers: Registry[]): void {
  for (const [name, help, read] of [
    ['hits', 'Tokens that were found verified already.', () => verifier.stats().hits],
    ['misses', 'Tokens that had to be verified.', () => verifier.stats().misses],
    ['entries', 'Tokens remembered now.', () => verifier.stats().size],
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
