import type { ApiErrorCode } from '@session-token/shared';
import type { SessionTokenVerifier, VerifiedToken } from '@session-token/token-verify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createDurationHistogram, type ResponseLabels } from './duration-histogram.ts';

/** Counts what an operator of the server wants to see. Labels are codes, kinds and route patterns: nothing a client can make up. */
export interface Metrics {
  verified(session: VerifiedToken): void;
  refused(code: ApiErrorCode): void;
  responded(labels: ResponseLabels, seconds: number): void;
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

  // Counted in plain numbers, and given to prom-client at each scrape: its own counting costs a request too much.
  const verified = { buyer: 0, staff: 0 };
  const refused = new Map<ApiErrorCode, number>();
  const secretMatches = { current: 0, previous: 0 };
  let previousSecretUsedAt = 0;
  new Counter({
    name: 'session_token_verifications_total',
    help: 'Session tokens decided on, by outcome (`verified` or the code of the refusal) and kind.',
    labelNames: ['outcome', 'kind'],
    registers,
    collect() {
      this.reset();
      for (const kind of ['buyer', 'staff'] as const) this.inc({ outcome: 'verified', kind }, verified[kind]);
      for (const [outcome, count] of refused) this.inc({ outcome, kind: 'unknown' }, count);
    },
  });
  new Counter({
    name: 'session_token_secret_matches_total',
    help: 'Verified tokens by the client secret that signed them.',
    labelNames: ['secret'],
    registers,
    collect() {
      this.reset();
      for (const secret of ['current', 'previous'] as const) this.inc({ secret }, secretMatches[secret]);
    },
  });
  new Gauge({
    name: 'session_token_previous_secret_last_used_timestamp_seconds',
    help: 'When a token signed by the previous client secret last came; 0 for never.',
    registers,
    collect() {
      this.set(previousSecretUsedAt);
    },
  });
  const durations = createDurationHistogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of its response.',
    bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registry,
  });
  collectCacheMetrics(verifier, registers);

  return {
    verified({ kind, signedWith }) {
      verified[kind] += 1;
      secretMatches[signedWith] += 1;
      if (signedWith === 'previous') previousSecretUsedAt = Math.floor(now() / 1000);
    },
    refused: (code) => refused.set(code, (refused.get(code) ?? 0) + 1),
    responded: durations.observe,
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
