import { createRandom } from '../../packages/token-verify/test/random.ts';

/** Buyers who open a block. Their arrivals are a Poisson process. */
export interface Traffic {
  buyersPerSecond: number;
  /** A span with another rate. */
  sale?: { fromSecond: number; toSecond: number; buyersPerSecond: number };
  /** Buyers arrive until then. */
  seconds: number;
  callsPerBuyer: number;
  /** Mean time between two calls of a buyer. The gaps are exponentially distributed. */
  meanGapSeconds: number;
}

/** A request with a session token. */
export interface Call {
  atSecond: number;
  buyer: number;
  token: string;
}

/** How long Shopify returns the same token: its whole life (packages/token-verify/README.md). */
export const TOKEN_LIFE_SECONDS = 300;

/** Returns all calls in the order of time, the same for the same seed. A buyer's token is replaced when it expires. */
export function createCalls(traffic: Traffic, seed = 1): Call[] {
  const random = createRandom(seed);
  const exponential = (mean: number) => -mean * Math.log(1 - random.below(2 ** 32) / 2 ** 32);
  const calls: Call[] = [];
  for (const [buyer, arrivesAt] of arrivals(traffic, exponential).entries()) {
    let atSecond = arrivesAt;
    let issuedAt = atSecond;
    let tokens = 1;
    for (let call = 0; call < traffic.callsPerBuyer; call += 1) {
      if (call > 0) atSecond += exponential(traffic.meanGapSeconds);
      if (atSecond >= issuedAt + TOKEN_LIFE_SECONDS) {
        issuedAt = atSecond;
        tokens += 1;
      }
      calls.push({ atSecond, buyer, token: `${buyer}.${tokens}` });
    }
  }
  return calls.toSorted((a, b) => a.atSecond - b.atSecond);
}

/** Poisson arrivals. At a change of the rate the wait starts again, which a process without memory allows. */
function arrivals(
  { buyersPerSecond, sale, seconds }: Traffic,
  exponential: (mean: number) => number,
): number[] {
  const spans = sale
    ? [
        { end: sale.fromSecond, rate: buyersPerSecond },
        { end: sale.toSecond, rate: sale.buyersPerSecond },
        { end: seconds, rate: buyersPerSecond },
      ]
    : [{ end: seconds, rate: buyersPerSecond }];
  const times: number[] = [];
  let start = 0;
  for (const { end, rate } of spans) {
    let time = start + exponential(1 / rate);
    for (; time < end; time += exponential(1 / rate)) times.push(time);
    start = end;
  }
  return times;
}
