import { loadAutocannon } from '../peers.ts';
import { startServer } from '../process/server-process.ts';
import { cpuMicroseconds } from '../process/usage.ts';
import { mintGenuine } from '../tokens.ts';
import { CANDIDATES } from './candidates.ts';

const CONNECTIONS = 50;

export interface AutocannonOptions {
  rounds: number;
  /** Duration per candidate and round. */
  secondsPerRound: number;
  progress: (text: string) => void;
}

/** One candidate in one round. */
export interface AutocannonSample {
  scenario: 'hot';
  candidate: string;
  round: number;
  cpuMicrosecondsPerRequest: number;
  requestsPerSecond: number;
}

/** Measures one repeated token with autocannon, which is widely used. It sleeps while it waits, as real clients do. */
export async function runAutocannon(options: AutocannonOptions): Promise<AutocannonSample[]> {
  const { rounds, secondsPerRound, progress } = options;
  const autocannon = await loadAutocannon();
  const servers = [];
  for (const candidate of CANDIDATES) servers.push({ candidate, ...(await startServer(candidate)) });
  const samples: AutocannonSample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    progress(`autocannon: round ${round + 1}/${rounds}`);
    const headers = { origin: 'null', authorization: `Bearer ${mintGenuine()}` };
    for (const { candidate, pid, port } of round % 2 === 0 ? servers : servers.toReversed()) {
      const before = cpuMicroseconds(pid);
      const url = `http://127.0.0.1:${port}/api/session-token`;
      const result = await autocannon({ url, connections: CONNECTIONS, duration: secondsPerRound, headers });
      const requests = result['2xx'];
      if (result.non2xx + result.errors > 0 || requests === 0)
        throw new Error(`${candidate.name} rejected requests`);
      const cpuMicrosecondsPerRequest = (cpuMicroseconds(pid) - before) / requests;
      const requestsPerSecond = requests / result.duration;
      if (round < 0) continue;
      samples.push({
        scenario: 'hot',
        candidate: candidate.name,
        round,
        cpuMicrosecondsPerRequest,
        requestsPerSecond,
      });
    }
  }
  for (const { stop } of servers) await stop();
  return samples;
}
