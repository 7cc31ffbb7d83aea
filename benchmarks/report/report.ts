import { AS_SHIPPED, GUARD_ALONE, REFERENCE } from '../http/candidates.ts';
import { SCENARIOS as HTTP_SCENARIOS } from '../http/scenarios.ts';
import { BASELINE, OURS, OURS_ROTATING } from '../in-process/run.ts';
import { ratios, type Spread, spread } from '../statistics.ts';
import type { Results } from '../suites.ts';
import { barCharts } from './bar-chart.ts';
import { type Summary, summarize } from './summary.ts';
import { formatNumber, formatSpread, markdownTable, summaryTable } from './tables.ts';

export type Summaries = ReturnType<typeof summarizeAll>;

/** Summarizes all samples as medians with min and max, to be stored as JSON. */
export function summarizeAll(results: Results) {
  const { http, layers, autocannon, inProcess, starts, twoProcesses, honestLatency } = results;
  const bare = REFERENCE.name;
  const byStart = starts.map((sample) => ({ ...sample, scenario: 'start' }));
  return {
    ...summarizeHttp(http),
    httpP99Ms: summarize(http, bare, (sample) => sample.p99Ms),
    layersCpuMicroseconds: summarize(layers, GUARD_ALONE.name, (sample) => sample.cpuMicrosecondsPerRequest),
    autocannonCpuMicroseconds: summarize(autocannon, bare, (sample) => sample.cpuMicrosecondsPerRequest),
    autocannonWallMicroseconds: summarize(autocannon, bare, (sample) => 1_000_000 / sample.requestsPerSecond),
    inProcessCpuMicroseconds: summarize(inProcess, BASELINE, (sample) => sample.cpuMicrosecondsPerToken),
    inProcessWallMicroseconds: summarize(inProcess, BASELINE, (sample) => sample.wallMicrosecondsPerToken),
    firstAnswerMs: summarize(byStart, 'bare node:http', (sample) => sample.firstAnswerMs),
    idleMebibytes: summarize(byStart, 'bare node:http', (sample) => sample.idleMebibytes),
    twoProcesses: spread(
      ratios(
        twoProcesses.map((sample) => sample.twoRequestsPerSecond),
        twoProcesses.map((sample) => sample.oneRequestsPerSecond),
      ),
    ),
    honestP99Ms: {
      quiet: spread(honestLatency.map((sample) => sample.quietP99Ms)),
      flooded: spread(honestLatency.map((sample) => sample.floodedP99Ms)),
      ratio: spread(honestLatency.map((sample) => sample.floodedP99Ms / sample.quietP99Ms)),
    },
    shedRequests: [...http, ...layers].reduce((sum, { shed }) => sum + shed, 0),
    memory: results.memory,
    liveTokens: results.liveTokens,
    bundles: results.bundles,
  };
}

function summarizeHttp(http: Results['http']) {
  return {
    httpCpuMicroseconds: summarize(http, REFERENCE.name, (sample) => sample.cpuMicrosecondsPerRequest),
    httpWallMicroseconds: summarize(http, REFERENCE.name, (sample) => 1_000_000 / sample.requestsPerSecond),
  };
}

const value = (summary: Summary) => formatSpread(summary.value);
const ratio = (summary: Summary) => formatSpread(summary.ratio);

/** Renders the tables of the documents, by the name of their place. */
export function renderSections(machine: string, all: Summaries): Record<string, string> {
  return {
    machine,
    summary: shortTable(all),
    ...httpTables(all),
    autocannon: autocannonTable(all),
    layers: summaryTable(all.layersCpuMicroseconds, value),
    'in-process': summaryTable(all.inProcessCpuMicroseconds, value),
    'in-process-wall': summaryTable(all.inProcessWallMicroseconds, value),
    start: startTable(all),
    memory: markdownTable(
      ['room for', 'distinct tokens', 'resident memory, MiB'],
      all.memory.map((row) => [
        String(row.cacheEntries),
        String(row.distinctTokens),
        formatNumber(row.residentMebibytes),
      ]),
    ),
    'live-tokens': markdownTable(
      ['live tokens', 'heap per token, bytes', 'cache hit, µs'],
      all.liveTokens.map((row) => [
        String(row.liveTokens),
        formatNumber(row.heapBytesPerToken),
        formatNumber(row.cacheHitMicroseconds),
      ]),
    ),
    load: loadTable(all),
    bundles: markdownTable(
      ['bundle', 'bytes', 'Brotli'],
      all.bundles.map((row) => [row.bundle, String(row.bytes), String(row.brotliBytes)]),
    ),
  };
}

/** Renders the tables of the comparison over HTTP only. */
export const renderHttp = (http: Results['http']) => httpTables(summarizeHttp(http));

function httpTables(all: ReturnType<typeof summarizeHttp>): Record<string, string> {
  return {
    'http-ratio': summaryTable(all.httpCpuMicroseconds, ratio),
    'http-cpu': summaryTable(all.httpCpuMicroseconds, value),
    'http-throughput': summaryTable(all.httpWallMicroseconds, ratio),
  };
}

const SHORT_COLUMNS = { hot: 'cached token', cold: 'new token', 'flood bad signature': 'forged token' };

/** Tabulates the CPU time per request of every candidate, for a cached, a new and a rejected token. */
function shortTable({ httpCpuMicroseconds }: Summaries): string {
  const candidates = [...new Set(httpCpuMicroseconds.map(({ candidate }) => candidate))];
  const median = (candidate: string, work: string) => {
    const summary = httpCpuMicroseconds.find((row) => row.candidate === candidate && row.work === work);
    return summary ? formatNumber(summary.value.median) : '–';
  };
  return markdownTable(
    ['µs of CPU time per request', ...Object.values(SHORT_COLUMNS)],
    candidates.map((candidate) => [
      candidate,
      ...Object.keys(SHORT_COLUMNS).map((work) => median(candidate, work)),
    ]),
  );
}

function autocannonTable(all: Summaries): string {
  const rows = all.autocannonCpuMicroseconds.map((cpu, index) => {
    const wall = all.autocannonWallMicroseconds[index]!;
    return [cpu.candidate, value(cpu), ratio(cpu), ratio(wall)];
  });
  return markdownTable(['', 'CPU µs a request', 'share, by CPU', 'share, by requests a second'], rows);
}

function startTable(all: Summaries): string {
  const rows = all.firstAnswerMs.map((first, index) => {
    const idle = all.idleMebibytes[index]!;
    return [first.candidate, value(first), formatSpread(inverse(first.ratio)), value(idle)];
  });
  return markdownTable(['', 'first 200, ms', '× node:http', 'resident memory idle, MiB'], rows);
}

function loadTable({ twoProcesses, honestP99Ms }: Summaries): string {
  return markdownTable(
    ['', 'median (min–max)'],
    [
      ['two processes on two cores, requests/s against one', formatSpread(twoProcesses)],
      ['p99 of honest requests, quiet, ms', formatSpread(honestP99Ms.quiet)],
      ['p99 of honest requests during 4000 bad signatures a second, ms', formatSpread(honestP99Ms.flooded)],
      ['the second over the first', formatSpread(honestP99Ms.ratio)],
    ],
  );
}

function inverse({ median, min, max }: Spread): Spread {
  return { median: 1 / median, min: 1 / max, max: 1 / min };
}

/** Renders the plots of the page, by file name. */
export function renderPlots(all: Summaries): Record<string, string> {
  const ours = new Set([GUARD_ALONE.name, AS_SHIPPED.name, OURS, OURS_ROTATING]);
  const chart = (summaries: readonly Summary[], { id: work, name }: Scenario, unit: string) => ({
    title: `${name}: CPU µs per ${unit}, less is better`,
    bars: summaries
      .filter((summary) => summary.work === work)
      .map(({ candidate, value: { median } }) => ({
        label: candidate,
        value: median,
        ours: ours.has(candidate),
      })),
  });
  return {
    'performance-http': barCharts(
      named(HTTP_SCENARIOS, 'hot', 'mixed', 'cold', 'flood bad signature').map((scenario) =>
        chart(all.httpCpuMicroseconds, scenario, 'request'),
      ),
    ),
  };
}

type Scenario = { id: string; name: string };

function named(scenarios: readonly Scenario[], ...ids: readonly string[]): Scenario[] {
  return scenarios.filter(({ id }) => ids.includes(id));
}
