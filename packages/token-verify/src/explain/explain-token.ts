import type { JsonObject } from '../compact-jws.ts';
import type { SessionTokenErrorCode } from '../errors.ts';
import type { TokenHolder } from '../identity.ts';
import { DEFAULT_CLOCK_TOLERANCE_SECONDS } from '../options.ts';
import { type Check, createCheckList } from './check-list.ts';
import { checkClaims } from './claim-checks.ts';
import { type ClockReading, checkClock } from './clock-check.ts';
import { checkForm, checkPayload } from './form-checks.ts';
import { checkSignature } from './signature-check.ts';
import { createSpecimen, type Specimen } from './specimen.ts';

export interface ExplainOptions {
  /** The app's client id. Default: `aud` is not checked. */
  clientId?: string | undefined;
  /** The app's client secret and, during a rotation, the previous one. Default: the signature is not checked. */
  secrets?: readonly [current?: string | undefined, previous?: string | undefined];
  /** Tolerated clock difference in seconds. Default 10, like the verifier. */
  clockToleranceSeconds?: number;
  /** Returns milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

export interface TokenExplanation {
  /** `undecided`: every check that was made passed, but some could not be made. */
  verdict: 'accepted' | 'rejected' | 'undecided';
  /** The verifier's error code: that of the first check that failed. */
  code?: SessionTokenErrorCode;
  /** The faulty claim, if one claim is at fault. */
  claim?: string;
  /** Whether no check before the first failure is missing. If one is, the verifier may report that one instead. */
  isCodeCertain: boolean;
  /** In the verifier's order, which stops at the first failure. */
  checks: readonly Check[];
  /** The holder of the token, by its unverified claims. */
  holder?: TokenHolder;
  /** The shop in `dest`, unverified and without `https://`. */
  shop?: string;
  unverifiedHeader?: JsonObject;
  unverifiedClaims?: JsonObject;
  clock?: ClockReading;
  /** Can be published: has the shapes of all values, and no value. */
  specimen: Specimen;
}

/**
 * Explains why a token is accepted or rejected: runs the verifier's own checks, but continues after the first failure.
 * Never use it to authenticate a caller. Runs in browsers, too. Sends and logs nothing.
 */
export async function explainToken(
  unverifiedToken: unknown,
  options: ExplainOptions = {},
): Promise<TokenExplanation> {
  const { clientId, secrets = [], now = Date.now } = options;
  const { clockToleranceSeconds = DEFAULT_CLOCK_TOLERANCE_SECONDS } = options;
  const list = createCheckList();
  const { jws, header, isHeaderValid } = await checkForm(unverifiedToken, list);
  const claims = createCheckList();
  const payload = await checkPayload(jws, claims);
  await checkSignature({ jws, isHeaderValid, payload, clientId, secrets }, list);
  const { holder, shop, times } = await checkClaims(payload, clientId, claims);
  const clock = await checkClock(times, { nowSeconds: now() / 1000, clockToleranceSeconds }, claims);
  const checks = [...list.checks, ...claims.checks];
  return {
    ...verdictOf(checks),
    checks,
    ...(holder && { holder }),
    ...(shop !== undefined && { shop }),
    ...(header && { unverifiedHeader: header }),
    ...(payload && { unverifiedClaims: payload }),
    ...(clock && { clock }),
    specimen: createSpecimen(unverifiedToken, { jws, header, payload }),
  };
}

function verdictOf(
  checks: readonly Check[],
): Pick<TokenExplanation, 'verdict' | 'code' | 'claim' | 'isCodeCertain'> {
  const firstMissing = checks.findIndex(({ status }) => status === 'not checked');
  const firstFailed = checks.findIndex(({ status }) => status === 'failed');
  const isCodeCertain = firstMissing === -1 || (firstFailed !== -1 && firstFailed < firstMissing);
  const failed = checks[firstFailed];
  if (failed?.status !== 'failed') {
    return { verdict: firstMissing === -1 ? 'accepted' : 'undecided', isCodeCertain };
  }
  const { code, claim } = failed;
  return { verdict: 'rejected', code, ...(claim !== undefined && { claim }), isCodeCertain };
}
