import { mintGenuine, mintRejected, type RejectedKind, shuffled, times } from '../tokens.ts';

export interface HttpScenario {
  id: string;
  name: string;
  /** Mints the tokens of one round. */
  tokens: (requests: number) => string[];
  accepted: boolean;
}

const flood = (kind: RejectedKind): HttpScenario => ({
  id: `flood ${kind}`,
  name: `flood: ${kind}`,
  tokens: (requests) => times(requests, mintRejected[kind]),
  accepted: false,
});

export const SCENARIOS: readonly HttpScenario[] = [
  {
    id: 'hot',
    name: 'hot: one token again and again',
    tokens: (requests) => new Array<string>(requests).fill(mintGenuine()),
    accepted: true,
  },
  {
    id: 'mixed',
    name: 'mixed: each token five times, shuffled',
    tokens: (requests) => shuffled(times(Math.ceil(requests / 5), mintGenuine), 5),
    accepted: true,
  },
  {
    id: 'cold',
    name: 'cold: every token new',
    tokens: (requests) => times(requests, mintGenuine),
    accepted: true,
  },
  flood('bad signature'),
  flood('expired'),
  flood('alg: none'),
  flood('garbage'),
];
