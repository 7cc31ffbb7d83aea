import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import type { SharedLimits } from '../http/limits/fixed-window.ts';

export interface PendingRequests {
  count: number;
  /** Milliseconds since the epoch; `undefined` if nothing is pending. */
  oldestReceivedAtMs: number | undefined;
}

/** Metrics of the parts behind the routes. */
export interface ServiceMetrics {
  /** Counts an error response. Codes that the API does not have are ignored. */
  failed(code: string): void;
  /** Sets how many privacy requests are pending, as the queue last saw them. */
  privacyRequests(pending: PendingRequests): void;
  /** Asks the database at each scrape whether it is ready: one query per second at most. */
  watchDatabase(database: Pick<Database, 'readinessProblem'>): void;
  /** Reads at each scrape whether limits are shared with other instances. */
  watchSharedLimits(limits: Pick<SharedLimits, 'isAvailable'>): void;
}

const ERROR_CODES: ReadonlySet<string> = new Set([...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES]);

export function createServiceMetrics(registers: Registry[]): ServiceMetrics {
  const errors = new Counter({
    name: 'http_error_responses_total',
    help: 'Error responses by code.',
    labelNames: ['code'],
    registers,
  });
  for (const code of ERROR_CODES) errors.inc({ code }, 0); // alerts need the 0 before the first count
  const pending = new Gauge({
    name: 'privacy_requests_pending',
    help: 'Privacy requests from Shopify that are not completed.',
    registers,
  });
  const oldestPending = new Gauge({
    name: 'privacy_oldest_pending_request_timestamp_seconds',
    help: 'When the oldest pending privacy request was received; 0 for none.',
    registers,
  });

  return {
    failed(code) {
      if (ERROR_CODES.has(code)) errors.inc({ code });
    },
    privacyRequests({ count, oldestReceivedAtMs }) {
      pending.set(count);
      oldestPending.set(Math.floor((oldestReceivedAtMs ?? 0) / 1000));
    },
    watchDatabase(database) {
      new Gauge({
        name: 'database_ready',
        help: '1 if the database accepts reads and writes, else 0.',
        registers,
        async collect() {
          this.set((await database.readinessProblem()) === undefined ? 1 : 0);
        },
      });
    },
    watchSharedLimits(limits) {
      new Gauge({
        name: 'shared_limits_ready',
        help: '1 if Redis counts the limits per minute for all instances, 0 if this instance counts for itself.',
        registers,
        collect() {
          this.set(limits.isAvailable() ? 1 : 0);
        },
      });
    },
  };
}
