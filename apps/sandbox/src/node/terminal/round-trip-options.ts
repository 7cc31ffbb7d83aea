import { parseArgs } from 'node:util';
import { describeUnknownName } from '@session-token/extension-bundler/unknown-name';
import { isKnownTarget, KNOWN_TARGETS } from '../../contract/api-tables.ts';
import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hasFault, isWithheld, TOKEN_FAULTS, type TokenFault } from '../../contract/token-faults.ts';
import { DEFAULT_STATE, formatUrlState, parseUrlState, type UrlState } from '../../contract/url-state.ts';
import { DEFAULT_PORT, LOOPBACK } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';

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
const DEFAULT_TARGET = 'purchase.checkout.block.render';

/** @throws SetupError with the usage. */
export function parseRoundTripOptions(args: string[]): RoundTripOptions {
  const { expect, ...flags } = parse(args);
  const isMissing = flags.fault === 'missing';
  if (isMissing) delete flags.fault;
  const query = new URLSearchParams(Object.entries(flags) as [string, string][]);
  const { state, ignored } = parseUrlState(query.toString());
  if (flags.target !== undefined && !isKnownTarget(flags.target)) {
    throw new SetupError(`${describeUnknownName('target', flags.target, KNOWN_TARGETS)}\n    ${USAGE}`);
  }
  const target = state.target ?? DEFAULT_TARGET;
  const isUsable = !state.fault || (!isWithheld(state.fault) && hasFault(surfaceOf(target), state.fault));
  if (ignored.length > 0)
    throw new SetupError(`Unknown value: --${ignored[0]?.replace('=', ' ')}.\n    ${USAGE}`);
  if (!isUsable)
    throw new SetupError(`The fault ${state.fault} does not exist on that surface.\n    ${USAGE}`);
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

function parse(args: string[]): Partial<Record<(typeof FLAGS)[number] | 'expect', string>> {
  try {
    const names = [...FLAGS, 'expect'];
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options }).values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n    ${USAGE}`);
  }
}
