import { mintGenuine, mintRejected, type RejectedKind, shuffled, times } from '../tokens.ts';

export interface InProcessScenario {
  id: string;
  name: string;
  tokens: (count: number) => string[];
  accepted: boolean;
  /** Fraction of the usual number of tokens, for tokens that are slow to mint. Default 1. */
  share?: number;
}

const rejection = (kind: RejectedKind, share = 1): InProcessScenario => ({
  id: kind,
  name: `rejected: ${kind}`,
  tokens: (count) => times(count, mintRejected[kind]),
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
  rejection('bad signature'),
  rejection('expired'),
  rejection('wrong audience'),
  rejection('alg: none'),
  rejection('garbage'),
  rejection('1 MB', 0.01),
];
