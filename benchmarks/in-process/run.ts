import { createSessionTokenVerifier } from '@session-token/token-verify';
import { loadPeerVerifiers } from '../peers.ts';
import { CLIENT_ID, NEXT_SECRET, SECRET } from '../tokens.ts';
import { createBaseline, type Verify } from './baseline.ts';
import type { InProcessScenario } from './scenarios.ts';

const WARM_UP_ROUNDS = 2;
const CACHE_ENTRIES = 20_000;

export const BASELINE = 'baseline: createHmac, JSON.parse, five claims';
export const OURS = 'this verifier';
/** Genuine tokens are signed with the second of its secrets, bad signatures with neither. */
export const OURS_ROTATING = 'this verifier, two secrets';

export interface InProcessOptions {
  scenarios: readonly InProcessScenario[];
  rounds: number;
  tokensPerRound: number;
  progress: (text: string) => void;
}

/** The figures of one candidate in one round, over all tokens of a scenario. */
export interface InProcessSample {
  scenario: string;
  candidate: string;
  round: number;
  wallMicrosecondsPerToken: number;
  cpuMicrosecondsPerToken: number;
}

/** Runs all candidates in each round, in alternating order. Each candidate gets its own copies of the tokens. */
export async function runInProcess(options: InProcessOptions): Promise<InProcessSample[]> {
  const { scenarios, rounds, tokensPerRound, progress } = options;
  const candidates = await createCandidates();
  const samples: InProcessSample[] = [];
  for (const scenario of scenarios) {
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      progress(`in process, ${scenario.name}: round ${round + 1}/${rounds}`);
      const tokens = scenario.tokens(Math.ceil(tokensPerRound * (scenario.share ?? 1)));
      for (const [candidate, verify] of round % 2 === 0 ? candidates : candidates.toReversed()) {
        await assertCorrect(candidate, verify, scenario);
        const measured = await measure(verify, tokens.map(copyOf));
        if (round >= 0) samples.push({ scenario: scenario.id, candidate, round, ...measured });
      }
    }
  }
  return samples;
}

async function createCandidates(): Promise<[name: string, verify: Verify][]> {
  const ours = (...secrets: [string, string?]) =>
    createSessionTokenVerifier({ clientId: CLIENT_ID, secrets, cacheEntries: CACHE_ENTRIES }).verify;
  const peers = await loadPeerVerifiers({ clientId: CLIENT_ID, secret: SECRET, cacheEntries: CACHE_ENTRIES });
  return [
    [BASELINE, createBaseline(CLIENT_ID, SECRET)],
    [OURS, ours(SECRET)],
    [OURS_ROTATING, ours(NEXT_SECRET, SECRET)],
    ...Object.entries(peers),
  ];
}

/** Fails if a candidate accepts or rejects a token wrongly. */
async function assertCorrect(candidate: string, verify: Verify, scenario: InProcessScenario): Promise<void> {
  const [token = ''] = scenario.tokens(5);
  const accepted = await (async () => verify(token))().then(
    () => true,
    () => false,
  );
  if (accepted !== scenario.accepted)
    throw new Error(`${candidate} ${accepted ? 'accepts' : 'rejects'}: ${scenario.name}`);
}

async function measure(verify: Verify, tokens: readonly string[]) {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (const token of tokens) {
    try {
      const outcome = verify(token);
      if (outcome instanceof Promise) await outcome;
    } catch {
      // Rejected, as `assertCorrect` has checked.
    }
  }
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    wallMicrosecondsPerToken: (wallMs * 1000) / tokens.length,
    cpuMicrosecondsPerToken: (user + system) / tokens.length,
  };
}

/** Returns another string with the same characters, because every request brings its own. */
function copyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1');
}
