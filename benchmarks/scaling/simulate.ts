import { createTokenCache } from '../../packages/token-verify/src/token-cache.ts';
import { createRandom } from '../../packages/token-verify/test/random.ts';
import type { Call } from './traffic.ts';

export interface Fleet {
  instances: number;
  /** `random`: any instance for each call. `sticky`: one instance for each buyer. */
  routing: 'random' | 'sticky';
  /** `SESSION_TOKEN_CACHE_ENTRIES` of each instance. */
  cacheEntries: number;
}

/** The calls of a span of time. */
export interface Outcome {
  seconds: number;
  calls: number;
  /** Calls whose token was in the cache of their instance. */
  hits: number;
  /** Calls of the instance that got most of them. */
  busiestCalls: number;
}

/** Sends all calls through the verifier's own cache, one per instance. Counts those of the span. */
export function simulate(
  calls: readonly Call[],
  { instances, routing, cacheEntries }: Fleet,
  { fromSecond, toSecond }: { fromSecond: number; toSecond: number },
): Outcome {
  const random = createRandom(2);
  const caches = Array.from({ length: instances }, () => createTokenCache<true>(cacheEntries));
  const instanceOfBuyer = new Map<number, number>();
  const callsByInstance = new Array<number>(instances).fill(0);
  let counted = 0;
  let hits = 0;

  function choose(buyer: number): number {
    if (routing === 'random') return random.below(instances);
    const instance = instanceOfBuyer.get(buyer) ?? random.below(instances);
    instanceOfBuyer.set(buyer, instance);
    return instance;
  }

  for (const { atSecond, buyer, token } of calls) {
    const instance = choose(buyer);
    const cache = caches[instance]!;
    const isHit = cache.get(token) === true;
    if (!isHit) cache.set(token, true);
    if (atSecond < fromSecond || atSecond >= toSecond) continue;
    counted += 1;
    if (isHit) hits += 1;
    callsByInstance[instance]! += 1;
  }
  return { seconds: toSecond - fromSecond, calls: counted, hits, busiestCalls: Math.max(...callsByInstance) };
}
