import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type AutocannonOptions, type AutocannonSample, runAutocannon } from './http/autocannon.ts';
import { CANDIDATES, LAYERS } from './http/candidates.ts';
import { type HttpRunOptions, type HttpSample, runHttp } from './http/run.ts';
import { SCENARIOS as HTTP_SCENARIOS } from './http/scenarios.ts';
import { type InProcessSample, runInProcess } from './in-process/run.ts';
import { SCENARIOS as IN_PROCESS_SCENARIOS } from './in-process/scenarios.ts';
import { type BundleSize, measureBundles } from './process/bundle-sizes.ts';
import { type HonestLatencySample, runHonestLatency } from './process/honest-latency.ts';
import { type MemorySample, runMemory } from './process/memory.ts';
import { runStarts, type StartSample } from './process/start.ts';
import { runTwoProcesses, type TwoProcessesSample } from './process/two-processes.ts';

/** The length of a run: `QUICK` takes a minute or two, `FULL` some 30 minutes. */
export interface Effort {
  inProcess: { rounds: number; tokensPerRound: number };
  http: HttpEffort;
  layers: HttpEffort;
  autocannon: Omit<AutocannonOptions, 'progress'>;
  startRounds: number;
  loadRounds: number;
  /** Numbers of tokens in the memory suite, ascending. */
  memorySteps: readonly number[];
}

type HttpEffort = Pick<HttpRunOptions, 'starts' | 'roundsPerStart' | 'requestsPerRound' | 'warmUpRequests'>;

export const QUICK: Effort = {
  inProcess: { rounds: 3, tokensPerRound: 500 },
  http: { starts: 1, roundsPerStart: 3, requestsPerRound: 1000, warmUpRequests: 5000 },
  layers: { starts: 1, roundsPerStart: 3, requestsPerRound: 1000, warmUpRequests: 5000 },
  autocannon: { rounds: 1, secondsPerRound: 1 },
  startRounds: 3,
  loadRounds: 3,
  memorySteps: [10_000],
};

export const FULL: Effort = {
  inProcess: { rounds: 9, tokensPerRound: 10_000 },
  http: { starts: 2, roundsPerStart: 5, requestsPerRound: 6000, warmUpRequests: 30_000 },
  layers: { starts: 2, roundsPerStart: 5, requestsPerRound: 6000, warmUpRequests: 30_000 },
  autocannon: { rounds: 9, secondsPerRound: 2 },
  startRounds: 9,
  loadRounds: 9,
  memorySteps: [10_000, 100_000, 300_000, 1_000_000],
};

export interface Results {
  inProcess: InProcessSample[];
  http: HttpSample[];
  layers: HttpSample[];
  autocannon: AutocannonSample[];
  starts: StartSample[];
  twoProcesses: TwoProcessesSample[];
  honestLatency: HonestLatencySample[];
  memory: MemorySample[];
  liveTokens: LiveTokens[];
  bundles: BundleSize[];
}

export interface LiveTokens {
  liveTokens: number;
  heapBytesPerToken: number;
  cacheHitMicroseconds: number;
}

/** Runs all suites, one at a time. */
export async function runSuites(
  effort: Effort,
  logFolder: string,
  progress: (text: string) => void,
): Promise<Results> {
  const hot = HTTP_SCENARIOS.slice(0, 1);
  return {
    inProcess: await runInProcess({ scenarios: IN_PROCESS_SCENARIOS, ...effort.inProcess, progress }),
    http: await runHttpSuite(effort, logFolder, progress),
    layers: await runHttp({ candidates: LAYERS, scenarios: hot, ...effort.layers, logFolder, progress }),
    autocannon: await runAutocannon({ ...effort.autocannon, progress }),
    starts: await runStarts(effort.startRounds, `${logFolder}/compile-cache`, progress),
    twoProcesses: await runTwoProcesses(effort.loadRounds, progress),
    honestLatency: await runHonestLatency(effort.loadRounds, progress),
    memory: await runMemory(effort.memorySteps, progress),
    liveTokens: await runLiveTokens([1000, ...effort.memorySteps], progress),
    bundles: await measureBundles(),
  };
}

/** Runs every scenario over HTTP. */
export function runHttpSuite(
  { http }: Effort,
  logFolder: string,
  progress: (text: string) => void,
): Promise<HttpSample[]> {
  return runHttp({ candidates: CANDIDATES, scenarios: HTTP_SCENARIOS, ...http, logFolder, progress });
}

/** Measures each number in a new process, with an empty heap. */
async function runLiveTokens(
  counts: readonly number[],
  progress: (text: string) => void,
): Promise<LiveTokens[]> {
  const script = new URL('process/live-tokens.ts', import.meta.url).pathname;
  const results: LiveTokens[] = [];
  for (const count of counts) {
    progress(`live tokens: ${count}`);
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(count)]);
    results.push(JSON.parse(stdout));
  }
  return results;
}
