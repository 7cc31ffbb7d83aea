import { mintGenuine, mintRefused, type RefusedKind, shuffled, times } from '../tokens.ts';

export interface InProcessScenario {
  id: string;
  name: string;
  tokens: (count: number) => string[];
  accepted: boolean;
  /** Fraction of the usual number of tokens, for tokens that are slow to mint. Default 1. */
  share?: number;
}

const refusal = (kind: RefusedKind, share = 1): InProcessScenario => ({
  id: kind,
  name: `refused: ${kind}`,
  tokens: (count) => times(count, mintRefused[kind]),
  accepted: false,
  share,
});

export const SCENARIOS: readonly InProcessScenario[] = [
  {
    id: 'hot',
    name: 'one token again and again',
    tokens: (count) => new Array<string>(count).fill(mintGenuine()),
    accepted: true,
  },
  {
    id: 'mixed',
    name: 'each token five times, shuffled',
    tokens: (count) => shuffled(times(count / 5, mintGenuine), 5),
    accepted: true,
  },
  { id: 'cold', name: 'every token new', tokens: (count) => times(count, mintGenuine), accepted: true },
  refusal('bad signature'),
  refusal('expired'),
  refusal('wrong audience'),
  refusal('alg: none'),
  refusal('garbage'),
  refusal('1 MB', 0.01),
];
