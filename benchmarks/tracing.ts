import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AS_SHIPPED, type HttpCandidate, SHIPPED_ENV } from './http/candidates.ts';
import { runHttp } from './http/run.ts';
import { SCENARIOS } from './http/scenarios.ts';
import { currentLoad, describeMachine } from './machine.ts';
import { pinGenerator } from './process/pinning.ts';
import { createProgress } from './progress.ts';
import { writeSections } from './report/docs.ts';
import { formatNumber, markdownTable } from './report/tables.ts';
import { quantile, ratios } from './statistics.ts';

/**
 * Measures what traces cost, `pnpm --filter @session-token/benchmarks tracing`: the server as shipped, which exports none, and the same
 * server that exports a share of them. Takes the cheapest request, a cached token, of which any extra is the largest share.
 */
const SHARES = { 'traces of 1 % of the requests': '0.01', 'traces of all requests': '1' };
/** Many short rounds, because the noise of a machine changes slowly, in many processes, because V8 optimizes each differently. */
const EFFORT = { starts: 6, roundsPerStart: 30, requestsPerRound: 1000, warmUpRequests: 30_000 };

/** Starts a collector that reads spans and forgets them. */
async function startSink(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

pinGenerator();
const sink = await startSink();
const traced = Object.entries(SHARES).map(
  ([name, share]): HttpCandidate => ({
    ...AS_SHIPPED,
    name,
    env: { ...SHIPPED_ENV, OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, OTEL_TRACES_SAMPLER_ARG: share },
  }),
);
/** Measured twice: the difference is noise. */
const again: HttpCandidate = { ...AS_SHIPPED, name: 'the same in another process' };
const candidates = [AS_SHIPPED, again, ...traced];
const logFolder = mkdtempSync(join(tmpdir(), 'tracing-benchmark-'));
const samples = await runHttp({
  candidates,
  scenarios: SCENARIOS.filter(({ id }) => id === 'hot'),
  ...EFFORT,
  logFolder,
  progress: createProgress(),
});
sink.close();
rmSync(logFolder, { recursive: true });

const names = candidates.map(({ name }) => name);
const costsOf = (name: string) =>
  samples.filter(({ candidate }) => candidate === name).map((sample) => sample.cpuMicrosecondsPerRequest);
const table = markdownTable(
  ['', 'CPU µs per request', 'times the cost without traces'],
  names.map((name) => [
    name,
    middleHalf(costsOf(name)),
    middleHalf(ratios(costsOf(name), costsOf(AS_SHIPPED.name))),
  ]),
);
const date = new Date().toISOString().slice(0, 10);
const rounds = EFFORT.starts * EFFORT.roundsPerStart;
const method = [
  `Median of ${rounds} rounds (and their middle half) on ${date}: ${describeMachine()},`,
  `load average ${currentLoad().toFixed(1)}. The ratios are taken within a round first.`,
].join('\n');
writeSections({ tracing: `${table}\n\n${method}` });
process.stderr.write('\n');
console.log(`${table}\n\n${method}`);

function middleHalf(values: readonly number[]): string {
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => formatNumber(quantile(values, share)));
  return `${median} (${low}–${high})`;
}
