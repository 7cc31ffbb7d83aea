import { BUILT_SERVER } from '../http/candidates.ts';
import { renderRequest, runLoad } from '../http/load.ts';
import { type ServerCommand, startServer } from './server-process.ts';
import { residentMebibytes } from './usage.ts';

const NODE_HTTP = new URL('../peers/servers/node-http.js', import.meta.url).pathname;
const IDLE_MS = 1500;
const DEFAULTS = { DATABASE_URL: 'file::memory:', DRAIN_SECONDS: '0' };

export interface StartSample {
  candidate: string;
  round: number;
  /** From the start of the process to its first 200. */
  firstAnswerMs: number;
  idleMebibytes: number;
}

/** Measures the start of a bare `node:http` server and of the built server, alternately. */
export async function runStarts(
  rounds: number,
  compileCache: string,
  progress: (text: string) => void,
): Promise<StartSample[]> {
  const candidates: Record<string, ServerCommand> = {
    'bare node:http': { entry: NODE_HTTP },
    'this server, built': { entry: BUILT_SERVER, env: DEFAULTS },
    'this server, built, NODE_COMPILE_CACHE set': {
      entry: BUILT_SERVER,
      env: { ...DEFAULTS, NODE_COMPILE_CACHE: compileCache },
    },
  };
  const samples: StartSample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    progress(`start: round ${round + 1}/${rounds}`);
    for (const [candidate, command] of Object.entries(candidates)) {
      const startedAt = performance.now();
      const server = await startServer(command);
      const requests = [renderRequest('/health/live', 'none')];
      await runLoad({
        port: server.port,
        requests,
        connections: 1,
        isExpected: (status) => status === 200,
      });
      const firstAnswerMs = performance.now() - startedAt;
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      const idleMebibytes = residentMebibytes(server.pid);
      await server.stop();
      if (round >= 0) samples.push({ candidate, round, firstAnswerMs, idleMebibytes });
    }
  }
  return samples;
}
