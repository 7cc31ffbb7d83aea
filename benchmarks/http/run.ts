import { join } from 'node:path';
import { type ServerProcess, startServer } from '../process/server-process.ts';
import { cpuMicroseconds } from '../process/usage.ts';
import { quantile } from '../statistics.ts';
import type { HttpCandidate } from './candidates.ts';
import { renderRequest, runLoad } from './load.ts';
import type { HttpScenario } from './scenarios.ts';

const PATH = '/api/session-token';
const CONNECTIONS = 50;
const WARM_UP_ROUNDS = 1; // per scenario, after the warm-up requests

export interface HttpRunOptions {
  candidates: readonly HttpCandidate[];
  scenarios: readonly HttpScenario[];
  /** Process starts per candidate, because V8 optimizes each process differently. */
  starts: number;
  roundsPerStart: number;
  requestsPerRound: number;
  /** Warm-up requests per server, because V8 keeps compiling for tens of thousands of requests. */
  warmUpRequests: number;
  logFolder: string;
  progress: (text: string) => void;
}

/** The figures of one candidate in one round. */
export interface HttpSample {
  scenario: string;
  candidate: string;
  /** Number of the round, over all starts. Compare only figures of the same round. */
  round: number;
  cpuMicrosecondsPerRequest: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Requests that were repeated because the server shed them. */
  shed: number;
}

/** Runs all candidates in each round with the same tokens, in alternating order. */
export async function runHttp(options: HttpRunOptions): Promise<HttpSample[]> {
  const { candidates, scenarios, starts, roundsPerStart, requestsPerRound, warmUpRequests, progress } =
    options;
  const samples: HttpSample[] = [];
  for (let start = 0; start < starts; start += 1) {
    const servers = new Map<HttpCandidate, ServerProcess>();
    for (const candidate of candidates) {
      progress(`${candidate.name}: start ${start + 1}/${starts}, warming up`);
      const logFile = join(options.logFolder, `${candidate.name.replaceAll(/\W+/g, '-')}.log`);
      const server = await startServer(candidate, { logFile });
      servers.set(candidate, server);
      await measure(server, renderAll(scenarios[0]!.tokens(warmUpRequests)), scenarios[0]!.accepted);
    }
    for (const scenario of scenarios) {
      for (let round = -WARM_UP_ROUNDS; round < roundsPerStart; round += 1) {
        progress(`${scenario.name}: start ${start + 1}/${starts}, round ${round + 1}/${roundsPerStart}`);
        const requests = renderAll(scenario.tokens(requestsPerRound));
        for (const candidate of round % 2 === 0 ? candidates : candidates.toReversed()) {
          const server = servers.get(candidate)!;
          const measured = await measure(
            server,
            requests,
            scenario.accepted || candidate.looksAtNoToken === true,
          );
          if (round < 0) continue;
          samples.push({
            scenario: scenario.id,
            candidate: candidate.name,
            round: start * roundsPerStart + round,
            ...measured,
          });
        }
      }
    }
    for (const server of servers.values()) await server.stop();
  }
  return samples;
}

function renderAll(tokens: readonly string[]): string[] {
  return tokens.map((token) => renderRequest(PATH, token));
}

async function measure({ pid, port }: ServerProcess, requests: string[], accepted: boolean) {
  const isExpected = accepted
    ? (status: number) => status === 200
    : (status: number) => status >= 400 && status < 429;
  const before = cpuMicroseconds(pid);
  const { wallMs, latenciesMs, shed } = await runLoad({
    port,
    requests,
    connections: CONNECTIONS,
    isExpected,
  });
  return {
    cpuMicrosecondsPerRequest: (cpuMicroseconds(pid) - before) / requests.length,
    requestsPerSecond: (requests.length / wallMs) * 1000,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    shed,
  };
}
