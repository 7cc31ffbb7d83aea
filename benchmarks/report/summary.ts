import { ratios, type Spread, spread } from '../statistics.ts';

/** The figures of one candidate in one scenario, over all rounds. */
export interface Summary {
  work: string;
  candidate: string;
  value: Spread;
  /** The reference's value divided by this one's, per round. Above 1 is cheaper than the reference. */
  ratio: Spread;
}

interface Sample {
  candidate: string;
  scenario: string;
  round: number;
}

/** Groups samples by scenario and candidate. A lower `cost` is better. */
export function summarize<S extends Sample>(
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
