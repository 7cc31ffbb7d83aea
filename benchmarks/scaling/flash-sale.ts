import { markdownTable } from '../report/tables.ts';
import { coresOf, databaseLoad, type MeasuredCosts, ROUND_TRIP_MS, ROUND_TRIPS } from './costs.ts';
import { percent } from './hit-rates.ts';
import { thousands } from './one-core.ts';
import { FLASH_SALE, WRITE_SHARE } from './scenarios.ts';
import type { Outcome } from './simulate.ts';
import { TOKEN_LIFE_SECONDS } from './traffic.ts';

/** `config.ts` of the server: its defaults. */
const DEFAULTS = { keepAliveSeconds: 95, poolSize: 10, ratePerMinute: 300, maxConnections: 10_000 };
const INSTANCES = 2;
/** One for each URL that a visit calls: the session, the balance. Browsers keep the answer. */
const PREFLIGHTS = 2;

/** Renders the flash sale step by step, on two instances with random routing. */
export function flashSaleTable(outcome: Outcome, costs: MeasuredCosts): string {
  const { buyersPerSecond, traffic } = FLASH_SALE;
  const { callsPerBuyer, meanGapSeconds } = traffic;
  const callsPerSecond = buyersPerSecond * callsPerBuyer;
  const preflights = buyersPerSecond * PREFLIGHTS;
  const preflightCores = (preflights * costs.hotMicroseconds) / 1_000_000;
  const worst = (callsPerSecond * costs.newMicroseconds) / 1_000_000;
  const visitSeconds = (callsPerBuyer - 1) * meanGapSeconds;
  const liveTokens = buyersPerSecond * TOKEN_LIFE_SECONDS;
  const megabytes = (liveTokens * 2 * costs.bytesPerCachedToken) / 1_000_000;
  const load = databaseLoad({ buyersPerSecond, callsPerBuyer, writeShare: WRITE_SHARE });
  const openConnections = buyersPerSecond * (visitSeconds + DEFAULTS.keepAliveSeconds);
  const poolReads = (DEFAULTS.poolSize * 1000) / (ROUND_TRIPS.read * ROUND_TRIP_MS);

  const rows = [
    ['checkouts', `${buyersPerSecond.toFixed(1)}/s`, '10,000 / 60', 'assumed'],
    ['requests', `${callsPerSecond.toFixed(0)}/s`, `× ${callsPerBuyer} calls each`, 'assumed'],
    [
      'preflights',
      `at most ${preflights.toFixed(0)}/s`,
      `× ${PREFLIGHTS} URLs, then kept for 2 h`,
      'assumed',
    ],
    ['cache hits', percent(outcome.hits / outcome.calls), '10,000 entries per instance', 'simulated'],
    [
      'CPU of the requests',
      `${percent(coresOf(outcome, costs))} of one core`,
      'hits and misses × their cost',
      'computed',
    ],
    [
      'CPU, every token new',
      `${percent(worst)} of one core`,
      `${callsPerSecond.toFixed(0)}/s × the cost of a new token`,
      'computed',
    ],
    [
      'CPU of the preflights',
      `at most ${percent(preflightCores)} of one core`,
      'each like a cached request',
      'computed',
    ],
    [
      'tokens alive',
      thousands(liveTokens),
      `${buyersPerSecond.toFixed(1)}/s × ${TOKEN_LIFE_SECONDS} s`,
      'computed',
    ],
    [
      'cache that keeps all of them, per instance',
      `${thousands(liveTokens * 2)} entries, ${megabytes.toFixed(0)} MB`,
      `2 × the live tokens, × ${costs.bytesPerCachedToken.toFixed(0)} bytes`,
      'computed',
    ],
    [
      'database reads',
      `${load.readsPerSecond.toFixed(0)}/s`,
      `${callsPerBuyer - 1} of ${callsPerBuyer} calls, without the writes`,
      'assumed',
    ],
    ['database writes', `${load.writesPerSecond.toFixed(1)}/s`, 'one buyer in ten enrolls', 'assumed'],
    [
      'round trips',
      `${thousands(load.roundTripsPerSecond)}/s`,
      `${ROUND_TRIPS.read} per read, ${ROUND_TRIPS.write} per enrollment`,
      'computed',
    ],
    ['connections in use', load.busyConnections.toFixed(1), `round trips × ${ROUND_TRIP_MS} ms`, 'computed'],
    [
      'connections allowed',
      String(INSTANCES * DEFAULTS.poolSize),
      `${INSTANCES} × DATABASE_POOL_SIZE`,
      'default',
    ],
    [
      'reads that one pool can do',
      `${thousands(poolReads)}/s`,
      `${DEFAULTS.poolSize} / (${ROUND_TRIPS.read} × ${ROUND_TRIP_MS} ms)`,
      'computed',
    ],
    [
      'new rows',
      `${thousands(load.writesPerSecond * 3 * 60)} a minute`,
      'account, entry, idempotency record',
      'computed',
    ],
    [
      'open connections without a proxy',
      thousands(openConnections),
      `${buyersPerSecond.toFixed(1)}/s × (${visitSeconds} s of the visit + ${DEFAULTS.keepAliveSeconds} s KEEP_ALIVE_SECONDS)`,
      'computed',
    ],
    [
      'open connections allowed',
      thousands(INSTANCES * DEFAULTS.maxConnections),
      `${INSTANCES} × MAX_CONNECTIONS, if \`ulimit -n\` allows`,
      'default',
    ],
    [
      'checkouts a minute behind one address',
      String(DEFAULTS.ratePerMinute / callsPerBuyer),
      'RATE_LIMIT_PER_MINUTE / calls, on one instance',
      'computed',
    ],
  ];
  return markdownTable(['what', 'figure', 'from', 'kind'], rows);
}
