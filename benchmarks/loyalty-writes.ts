import { startEmbeddedPostgres } from '@session-token/server/test/postgres/embedded.ts';
import { BUILT_SERVER } from './http/candidates.ts';
import { renderRequest, runLoad } from './http/load.ts';
import { describeMachine } from './machine.ts';
import { startServer } from './process/server-process.ts';
import { cpuMicroseconds } from './process/usage.ts';
import { writeSections } from './report/docs.ts';
import { formatSpread, markdownTable } from './report/tables.ts';
import { ratios, spread } from './statistics.ts';
import { mintGenuine, times } from './tokens.ts';

/**
 * Measures how many writes per second 1, 2 and 4 instances do on one PostgreSQL, and writes the table into
 * docs/scaling.md. A write is the enrollment of a new customer. Every round measures all numbers of instances, so that
 * noise affects all of them.
 */
const INSTANCES = [1, 2, 4] as const;
const ROUNDS = 9;
const WRITES = 480;
/** Of all instances together, so that more instances do not mean more load. */
const CONNECTIONS = 32;

console.log(describeMachine());
const postgres = await startEmbeddedPostgres();
const env = { DATABASE_URL: postgres.url, RATE_LIMIT_PER_MINUTE: '0', MAX_EVENT_LOOP_DELAY_MS: '0' };
const command = { entry: BUILT_SERVER, env };
const servers = await Promise.all(
  times(Math.max(...INSTANCES), () => startServer(command, { core: undefined })),
);

const perSecond = new Map(INSTANCES.map((instances): [number, number[]] => [instances, []]));
const microseconds = new Map(INSTANCES.map((instances): [number, number[]] => [instances, []]));
for (let round = -1; round < ROUNDS; round += 1) {
  for (const instances of INSTANCES) {
    const used = servers.slice(0, instances);
    const cpu = () => used.reduce((sum, { pid }) => sum + cpuMicroseconds(pid), 0);
    const cpuBefore = cpu();
    const seconds = await writeTo(used.map(({ port }) => port));
    if (round < 0) continue; // warms up
    perSecond.get(instances)?.push(WRITES / seconds);
    microseconds.get(instances)?.push((cpu() - cpuBefore) / WRITES);
  }
}
await Promise.all(servers.map(({ stop }) => stop()));
await postgres.stop();

const one = perSecond.get(1) ?? [];
const rows = INSTANCES.map((instances) => [
  String(instances),
  formatSpread(spread(perSecond.get(instances) ?? [])),
  formatSpread(spread(ratios(perSecond.get(instances) ?? [], one))),
  formatSpread(spread(microseconds.get(instances) ?? [])),
]);
const table = markdownTable(
  ['instances', 'writes/s', 'ratio to one instance', 'CPU µs per write, all instances'],
  rows,
);
writeSections({ 'scaling-writes': table });
console.log(`${ROUNDS} rounds of ${WRITES} writes, ${CONNECTIONS} connections\n\n${table}`);

/** Enrolls new customers at all ports at the same time. Returns the seconds until the last response. */
async function writeTo(ports: readonly number[]): Promise<number> {
  const renderWrite = () =>
    renderRequest('/api/loyalty/enrollment', mintGenuine())
      .replace('GET', 'POST')
      .replace(/\r\n$/, 'Content-Length: 0\r\n\r\n');
  const loads = ports.map((port) => ({
    port,
    requests: times(WRITES / ports.length, renderWrite),
    connections: CONNECTIONS / ports.length,
    isExpected: (status: number) => status === 201,
    staysAwake: false, // the servers share the generator's core
  }));
  const startedAt = performance.now();
  await Promise.all(loads.map(runLoad));
  return (performance.now() - startedAt) / 1000;
}
