import { startRedis } from '@session-token/server/test/redis/redis-server.ts';
import { BUILT_SERVER, SHIPPED_ENV } from './http/candidates.ts';
import { renderRequest, runLoad } from './http/load.ts';
import { describeMachine } from './machine.ts';
import { startServer } from './process/server-process.ts';
import { cpuMicroseconds } from './process/usage.ts';
import { formatSpread, markdownTable } from './report/tables.ts';
import { quantile, ratios, spread } from './statistics.ts';
import { mintGenuine } from './tokens.ts';

/**
 * Measures what `REDIS_URL` costs: `GET /api/session-token` with a cached token, on a server that counts in Redis and on
 * one that counts for itself, in turn. Needs `redis-server`.
 */
const ROUNDS = 9;
const REQUESTS = 2_000;
const CONNECTIONS = 8;

console.log(describeMachine());
const redis = await startRedis();
const env = { ...SHIPPED_ENV, MAX_EVENT_LOOP_DELAY_MS: '0' };
const servers = {
  'without REDIS_URL': await startServer({ entry: BUILT_SERVER, env }),
  'with REDIS_URL': await startServer({ entry: BUILT_SERVER, env: { ...env, REDIS_URL: redis.url } }),
};
const requests = new Array<string>(REQUESTS).fill(renderRequest('/api/session-token', mintGenuine()));
const isExpected = (status: number) => status === 200;

const microseconds = new Map<string, number[]>();
const medianMs = new Map<string, number[]>();
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, { pid, port }] of Object.entries(servers)) {
    const cpuBefore = cpuMicroseconds(pid);
    const { latenciesMs } = await runLoad({
      port,
      requests,
      connections: CONNECTIONS,
      isExpected,
      staysAwake: false,
    });
    if (round < 0) continue; // warms up
    microseconds.set(name, [
      ...(microseconds.get(name) ?? []),
      (cpuMicroseconds(pid) - cpuBefore) / REQUESTS,
    ]);
    medianMs.set(name, [...(medianMs.get(name) ?? []), quantile(latenciesMs, 0.5)]);
  }
}
for (const { stop } of Object.values(servers)) await stop();
await redis.stop();

const columns = [microseconds, medianMs];
const rows = Object.keys(servers).map((name) => [
  name,
  ...columns.flatMap((column) => {
    const values = column.get(name) ?? [];
    return [
      formatSpread(spread(values)),
      formatSpread(spread(ratios(values, [...column.values()][0] ?? []))),
    ];
  }),
]);
console.log(`${ROUNDS} rounds of ${REQUESTS} requests, ${CONNECTIONS} connections\n`);
console.log(markdownTable(['', 'CPU µs per request', 'ratio', 'p50 ms', 'ratio'], rows));
