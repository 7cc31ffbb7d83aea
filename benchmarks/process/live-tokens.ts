import { createTokenIssuer } from '@session-token/token-issuer';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { quantile } from '../statistics.ts';
import { CLIENT_ID, SECRET, times } from '../tokens.ts';

/**
 * Caches a number of tokens. Prints the heap per token and the time of a cache hit, as JSON. Run with `--expose-gc`
 * and the number of tokens. The clock is fixed, because minting a million tokens takes longer than they are valid.
 */
const liveTokens = Number(process.argv[2]);
const BATCH = 1000;
const HITS = 20_000;
const ROUNDS = 9;

const startedAt = Date.now();
const now = () => startedAt;
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, now });
let customers = 7_000_000_000_000; // as long as real customer ids
const mintNext = () => mint({ sub: `gid://shopify/Customer/${++customers}` });
const createVerifier = (cacheEntries: number) =>
  createSessionTokenVerifier({
    clientId: CLIENT_ID,
    secrets: [SECRET],
    cacheEntries,
    now,
  });
await Promise.all(times(BATCH, mintNext).map(createVerifier(0).verify)); // triggers everything that is loaded lazily
// The cache has two generations, so only twice the size is sure to keep every token.
const verifier = createVerifier(2 * liveTokens);
const heapBefore = heapInUse();
const samples: string[] = [];
for (let cached = 0; cached < liveTokens; cached += BATCH) {
  const tokens = times(BATCH, mintNext);
  await Promise.all(tokens.map((token) => verifier.verify(token)));
  samples.push(tokens[0]!);
}
const sampled = samples.length;
const heapBytesPerToken = (heapInUse() - heapBefore) / liveTokens;

const microseconds: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const tokens = Array.from({ length: HITS }, (_, index) => copyOf(samples[(index * 7919) % sampled]!));
  const beganAt = performance.now();
  const before = verifier.stats().hits;
  for (const token of tokens) await verifier.verify(token);
  if (verifier.stats().hits - before !== HITS) throw new Error('a live token is not cached');
  microseconds.push(((performance.now() - beganAt) * 1000) / HITS);
}
const cacheHitMicroseconds = quantile(microseconds, 0.5);
console.log(JSON.stringify({ liveTokens, heapBytesPerToken, cacheHitMicroseconds }));

/** Returns the reachable heap in bytes. The second collection completes what the first one started. */
function heapInUse(): number {
  for (let times = 0; times < 2; times += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function copyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1');
}
