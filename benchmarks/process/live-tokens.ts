import { createTokenIssuer } from '@session-token/token-issuer';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { quantile } from '../statistics.ts';
import { CLIENT_ID, SECRET, times } from '../tokens.ts';

/**
 * Run with `--expose-gc` and a number of tokens: remembers so many, and prints the heap that one takes and
 * the time that a recall takes, as JSON. Their clock stands still, since to mint a million outlasts their life.
 */
const liveTokens = Number(process.argv[2]);
const BATCH = 1000;
const RECALLS = 20_000;
const ROUNDS = 9;

const startedAt = Date.now();
const now = () => startedAt;
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, now });
let customers = 7_000_000_000_000; // as many digits as ids of customers have
const mintNext = () => mint({ sub: `gid://shopify/Customer/${++customers}` });
const createVerifier = (cacheEntries: number) =>
  createSessionTokenVerifier({
    clientId: CLIENT_ID,
    secrets: [SECRET],
    cacheEntries,
    now,
  });
await Promise.all(times(BATCH, mintNext).map(createVerifier(0).verify)); // what is loaded once is no token's
// Two generations: only a cache of twice the size is sure to keep every token.
const verifier = createVerifier(2 * liveTokens);
const heapBefore = heapInUse();
const samples: string[] = [];
for (let remembered = 0; remembered < liveTokens; remembered += BATCH) {
  const tokens = times(BATCH, mintNext);
  await Promise.all(tokens.map((token) => verifier.verify(token)));
  samples.push(tokens[0]!);
}
const sampled = samples.length;
const heapBytesPerToken = (heapInUse() - heapBefore) / liveTokens;

const microseconds: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const tokens = Array.from({ length: RECALLS }, (_, index) => copyOf(samples[(index * 7919) % sampled]!));
  const beganAt = performance.now();
  const { hits } = verifier.stats();
  for (const token of tokens) await verifier.verify(token);
  if (verifier.stats().hits - hits !== RECALLS) throw new Error('a live token is not cached');
  microseconds.push(((performance.now() - beganAt) * 1000) / RECALLS);
}
const recallMicroseconds = quantile(microseconds, 0.5);
console.log(JSON.stringify({ liveTokens, heapBytesPerToken, recallMicroseconds }));

/** What is still reachable: the first collection only starts what the second one ends. */
function heapInUse(): number {
  for (let times = 0; times < 2; times += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function copyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1');
}
