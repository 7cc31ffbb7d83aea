import { ratios, type Spread, spread } from '../statistics.ts';

/** One candidate at one piece of work, over all rounds. */
export interface Summary {
  work: string;
  candidate: string;
  value: Spread;
  /** The reference's value over this one's, round by round: above 1 is cheaper than the reference. */
  ratio: Spread;
}

interface Sample {
  candidate: string;
  scenario: string;
  round: number;
}

/** Groups samples by work and candidate; `cost` is what is better when it is less. */
export function summarise<S extends Sample>(
  samples: readonly S[],
  reference: string,
  cost: (sample: S) => number,
): Summary[] {
  const works = [...new Set(samples.map(({ scenario }) => scenario))];
  const candidates = [...new Set(samples.map(({ candidate }) => candidate))];
  return works.flatMap((work) => {
    const costsOf = (candidate: string) =>
      samples
        .filter((sample) => sample.scenario === work && sample.candidate === candidate)
        .toSorted((a, b) => a.round - b.round)
        .map(cost);
    const references = costsOf(reference);
    return candidates
      .map((candidate) => ({ candidate, costs: costsOf(candidate) }))
      .filter(({ costs }) => costs.length > 0)
      .map(({ candidate, costs }) => ({
        work,
        candidate,
        value: spread(costs),
        ratio: spread(ratios(references, costs)),
      }));
  });
}
