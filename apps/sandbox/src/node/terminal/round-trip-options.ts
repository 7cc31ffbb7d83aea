import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hasFault, isWithheld, TOKEN_FAULTS, type TokenFault } from '../../contract/token-faults.ts';
import { DEFAULT_STATE, formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { DEFAULT_PORT, LOOPBACK } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';
import { readControls } from './control-options.ts';
import { parseOptions } from './sandbox-options.ts';

export interface RoundTripOptions {
  /** The token to mint. Default: none, and the request has no `Authorization`. */
  token?: SessionTokenRequest;
  /** The expected code, or `verified`. Default: any. */
  expect?: string;
}

export const USAGE = [
  'Usage: npx -y pnpm roundtrip [--customer 42] [--user 91] [--target purchase.checkout.block.render]',
  '                      [--fault <name>] [--skew=<seconds>] [--expect verified|<code>]',
  '',
  'As in the URL of the sandbox. Faults: missing (no token at all),',
  `${TOKEN_FAULTS.filter((fault) => !isWithheld(fault)).join(', ')}.`,
  '',
  'Exit codes: 0 verified, or as expected. 1 rejected, or not as expected.',
  '            2 a browser would withhold the response from the extension (CORS). 3 wrong usage, or no start.',
].join('\n    ');

const FLAGS = ['customer', 'user', 'target', 'fault', 'skew'] as const;
const USAGE_BELOW = `\n    ${USAGE}`;
const DEFAULT_TARGET = 'purchase.checkout.block.render';

/** @throws SetupError with the usage. */
export function parseRoundTripOptions(args: string[]): RoundTripOptions {
  const options = Object.fromEntries([...FLAGS, 'expect'].map((name) => [name, { type: 'string' as const }]));
  const { expect, ...flags } = parseOptions(args, options, USAGE_BELOW) as Partial<Record<string, string>>;
  const isMissing = flags.fault === 'missing';
  if (isMissing) delete flags.fault;
  const state = readControls(flags, USAGE_BELOW);
  const target = state.target ?? DEFAULT_TARGET;
  const isUsable = !state.fault || (!isWithheld(state.fault) && hasFault(surfaceOf(target), state.fault));
  if (!isUsable) {
    throw new SetupError(`The fault ${state.fault} does not exist on that surface.${USAGE_BELOW}`);
  }
  return { ...(!isMissing && { token: tokenOf(state, target) }), ...(expect && { expect }) };
}

function tokenOf({ customer, user, fault, skewSeconds }: UrlState, target: string): SessionTokenRequest {
  return { target, user, skewSeconds, ...(customer && { customer }), ...(fault && { fault }) };
}

/** The sandbox's URL of the same round trip. */
export function sandboxUrl({ target, customer, user, fault, skewSeconds }: SessionTokenRequest): string {
  const query = formatUrlState({
    ...DEFAULT_STATE,
    ...(target !== DEFAULT_TARGET && { target }),
    ...(customer && { customer }),
    ...(user && { user }),
    ...(fault && { fault: fault as TokenFault }),
    ...(skewSeconds && { skewSeconds }),
  });
  return `http://${LOOPBACK}:${DEFAULT_PORT}/${query}`;
}
