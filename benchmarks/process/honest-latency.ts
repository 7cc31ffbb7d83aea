import { BUILT_SERVER, SHIPPED_ENV } from '../http/candidates.ts';
import { renderRequest, runLoad } from '../http/load.ts';
import { quantile } from '../statistics.ts';
import { mintGenuine, mintRefused, times } from '../tokens.ts';
import { startServer } from './server-process.ts';

const PATH = '/api/session-token';
/** About half of what the server can refuse on one core of the machine that this was written on. */
const FLOOD_PER_SECOND = 4000;
const HONEST_PER_SECOND = 200;
const SECONDS = 2;

export interface HonestLatencySample {
  round: number;
  quietP99Ms: number;
  floodedP99Ms: number;
}

/** The p99 of honest requests at a steady pace, alone and beside a flood of bad signatures. */
export async function runHonestLatency(
  rounds: number,
  progress: (text: string) => void,
): Promise<HonestLatencySample[]> {
  const { port, stop } = await startServer({ entry: BUILT_SERVER, env: SHIPPED_ENV });
  const honest = async () => {
    const requests = new Array<string>(HONEST_PER_SECOND * SECONDS).fill(renderRequest(PATH, mintGenuine()));
    const isExpected = (status: number) => status === 200;
    const options = { port, requests, connections: 4, isExpected, perSecond: HONEST_PER_SECOND };
    return quantile((await runLoad(options)).latenciesMs, 0.99);
  };
  const flood = (requests: string[]) =>
    runLoad({
      port,
      requests,
      connections: 50,
      isExpected: (status) => status === 401,
      perSecond: FLOOD_PER_SECOND,
    });
  const samples: HonestLatencySample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    progress(`honest latency: round ${round + 1}/${rounds}`);
    const requests = times(FLOOD_PER_SECOND * SECONDS, () =>
      renderRequest(PATH, mintRefused['bad signature']()),
    );
    const quietP99Ms = await honest();
    const [floodedP99Ms] = await Promise.all([honest(), flood(requests)]);
    if (round >= 0) samples.push({ round, quietP99Ms, floodedP99Ms });
  }
  await stop();
  return samples;
}
