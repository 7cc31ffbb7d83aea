/**
 * Hit rate of a token that is used `calls` times and routed at random, while nothing is dropped from the caches. A token
 * misses once on each instance that it reaches: instances × (1 − (1 − 1/instances)^calls) of them on average.
 */
export function hitRateOfRandomRouting(calls: number, instances: number): number {
  return 1 - (instances * (1 - (1 - 1 / instances) ** calls)) / calls;
}

/**
 * Hit rate of a client that goes on calling, on one instance: a token covers the call that fetched it, and then those of
 * its life.
 */
export function hitRateOfTokenLife(lifeSeconds: number, meanGapSeconds: number): number {
  const laterCalls = lifeSeconds / meanGapSeconds;
  return laterCalls / (1 + laterCalls);
}

/**
 * Hit rate of tokens that are used twice, on one instance with a full cache of two generations. A token survives between
 * one and two generations of further misses, each length as likely as the next, and a miss of the second call is one of them.
 */
export function hitRateOfFullCache(options: {
  tokensPerSecond: number;
  cacheEntries: number;
  meanGapSeconds: number;
}): number {
  const { tokensPerSecond, cacheEntries, meanGapSeconds } = options;
  let secondCallHits = 0.5;
  for (let step = 0; step < 200; step += 1) {
    const missesPerSecond = tokensPerSecond * (2 - secondCallHits);
    const gapsPerGeneration = cacheEntries / 2 / missesPerSecond / meanGapSeconds;
    const next = 1 - (Math.exp(-gapsPerGeneration) - Math.exp(-2 * gapsPerGeneration)) / gapsPerGeneration;
    secondCallHits = (secondCallHits + next) / 2;
  }
  return secondCallHits / 2;
}
