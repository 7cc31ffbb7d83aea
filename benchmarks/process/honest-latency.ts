import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BUILT_SERVER, SHIPPED_ENV } from '../http/candidates.ts';
import { renderRequest, runLoad } from '../http/load.ts';
import { quantile } from '../statistics.ts';
import { mintGenuine } from '../tokens.ts';
import { nodeInBackground } from './pinning.ts';
import { startServer } from './server-process.ts';

/** About a fifth of what the server can reject on one core. */
const FLOOD_PER_SECOND = 4000;
const HONEST_PER_SECOND = 200;
const SECONDS = 3;

export interface HonestLatencySample {
  round: number;
  quietP99Ms: number;
  floodedP99Ms: number;
}

/** Measures the p99 of honest requests at a steady rate, alone and during a flood of bad signatures. */
export async function runHonestLatency(
  rounds: number,
  progress: (text: string) => void,
): Promise<HonestLatencySample[]> {
  const { port, stop } = await startServer({ entry: BUILT_SERVER, env: SHIPPED_ENV });
  const samples: HonestLatencySample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    progress(`honest latency: round ${round + 1}/${rounds}`);
    const quietP99Ms = await honestP99Ms(port);
    const floodEnded = await startFlood(port);
    const floodedP99Ms = await honestP99Ms(port);
    await floodEnded();
    if (round >= 0) samples.push({ round, quietP99Ms, floodedP99Ms });
  }
  await stop();
  return samples;
}

async function honestP99Ms(port: number): Promise<number> {
  const request = renderRequest('/api/session-token', mintGenuine());
  const { latenciesMs } = await runLoad({
    port,
    requests: new Array<string>(HONEST_PER_SECOND * SECONDS).fill(request),
    connections: 4,
    isExpected: (status) => status === 200,
    perSecond: HONEST_PER_SECOND,
    staysAwake: false,
  });
  return quantile(latenciesMs, 0.99);
}

/** Starts a flood that lasts a second longer than the measurement. */
async function startFlood(port: number): Promise<() => Promise<void>> {
  const [command, ...args] = nodeInBackground();
  const script = new URL('flood.ts', import.meta.url).pathname;
  const child = spawn(
    command,
    [...args, script, String(port), String(FLOOD_PER_SECOND), String(SECONDS + 1)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  return async () => {
    const [code] = await exited;
    if (code !== 0) throw new Error(`the flood ended with ${code}`);
  };
}
