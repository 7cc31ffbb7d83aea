import { BUILT_SERVER, SHIPPED_ENV } from '../http/candidates.ts';
import { renderRequest, runLoad } from '../http/load.ts';
import { mintGenuine } from '../tokens.ts';
import { startServer } from './server-process.ts';

const REQUESTS = 8000;
const CONNECTIONS = 50;

export interface TwoProcessesSample {
  round: number;
  oneRequestsPerSecond: number;
  twoRequestsPerSecond: number;
}

/** Compares one process on one core with two processes on two, each with a repeated token. */
export async function runTwoProcesses(
  rounds: number,
  progress: (text: string) => void,
): Promise<TwoProcessesSample[]> {
  const command = { entry: BUILT_SERVER, env: SHIPPED_ENV };
  const first = await startServer(command, { core: 0 });
  const second = await startServer(command, { core: 1 });
  const load = async (ports: readonly number[]) => {
    const requests = new Array<string>(REQUESTS).fill(renderRequest('/api/session-token', mintGenuine()));
    const startedAt = performance.now();
    const isExpected = (status: number) => status === 200;
    await Promise.all(
      ports.map((port) =>
        runLoad({ port, requests, connections: CONNECTIONS, isExpected, staysAwake: false }),
      ),
    );
    return (REQUESTS * ports.length * 1000) / (performance.now() - startedAt);
  };
  const samples: TwoProcessesSample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    progress(`two processes: round ${round + 1}/${rounds}`);
    const oneRequestsPerSecond = await load([first.port]);
    const twoRequestsPerSecond = await load([first.port, second.port]);
    if (round >= 0) samples.push({ round, oneRequestsPerSecond, twoRequestsPerSecond });
  }
  await first.stop();
  await second.stop();
  return samples;
}
