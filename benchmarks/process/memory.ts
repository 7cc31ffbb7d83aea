import { BUILT_SERVER, SHIPPED_ENV } from '../http/candidates.ts';
import { renderRequest, runLoad } from '../http/load.ts';
import { mintGenuine, times } from '../tokens.ts';
import { startServer } from './server-process.ts';
import { residentMebibytes } from './usage.ts';

const PATH = '/api/session-token';
const BATCH = 10_000;
const DEFAULT_CACHE_ENTRIES = 10_000;
const ROOM_FOR_ALL = 2_000_000;
/** Thirty times the default cache size shows whether memory stays flat. */
const FLAT_AFTER = 300_000;

export interface MemorySample {
  cacheEntries: number;
  distinctTokens: number;
  residentMebibytes: number;
}

/** Measures the server's memory after a number of new tokens, with a cache for all of them and with the default cache. */
export async function runMemory(
  steps: readonly number[],
  progress: (text: string) => void,
): Promise<MemorySample[]> {
  const samples: MemorySample[] = [];
  for (const cacheEntries of [DEFAULT_CACHE_ENTRIES, ROOM_FOR_ALL]) {
    const env = { ...SHIPPED_ENV, SESSION_TOKEN_CACHE_ENTRIES: String(cacheEntries) };
    const { pid, port, stop } = await startServer({ entry: BUILT_SERVER, env });
    let sent = 0;
    for (const distinctTokens of [0, ...steps]) {
      if (distinctTokens > FLAT_AFTER && cacheEntries === DEFAULT_CACHE_ENTRIES) break;
      while (sent < distinctTokens) {
        progress(`memory: ${sent} of ${distinctTokens} tokens, room for ${cacheEntries}`);
        const requests = times(BATCH, () => renderRequest(PATH, mintGenuine()));
        await runLoad({ port, requests, connections: 50, isExpected: (status) => status === 200 });
        sent += BATCH;
      }
      samples.push({ cacheEntries, distinctTokens, residentMebibytes: residentMebibytes(pid) });
    }
    await stop();
  }
  return samples;
}
