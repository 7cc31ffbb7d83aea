import { resolve } from 'node:path';
import { installation } from '#installation';
import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hasFault, isWithheld, TOKEN_FAULTS } from '../../contract/token-faults.ts';
import { formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { type Expectation, parseExpectation } from '../render/expectations.ts';
import { SetupError } from '../setup-error.ts';
import { readControls } from './control-options.ts';
import { parseOptions } from './sandbox-options.ts';

export interface RoundTripOptions {
  target: string;
  /** Path and query of the sandbox's page with the same controls. */
  url: string;
  /** The token to mint. Default: none, and the request has no `Authorization`. */
  token?: SessionTokenRequest;
  /** Default: none, and the token must be accepted. */
  expected: readonly Expectation[];
  /** Absolute path of the report. Default: standard output. */
  json?: string;
}

export const ROUND_TRIP_USAGE = [
  `Usage: ${installation.commands.roundtrip} [--customer 42] [--user 91] [--target purchase.checkout.block.render]`,
  '                      [--fault <name>] [--skew=<seconds>] [--expect verified|<code>] [--json <file>]',
  '',
  'As in the URL of the sandbox. Faults: missing (no token at all),',
  `${TOKEN_FAULTS.filter((fault) => !isWithheld(fault)).join(', ')}.`,
  '',
  'Exit codes: 0 verified, or as expected. 1 rejected, or not as expected.',
  '            2 a browser would withhold the response from the extension (CORS). 3 wrong usage, or no start.',
].join('\n    ');

const FLAGS = ['customer', 'user', 'target', 'fault', 'skew'] as const;
const USAGE_BELOW = `\n    ${ROUND_TRIP_USAGE}`;
const OWN_OPTIONS = { expect: { type: 'string', multiple: true }, json: { type: 'string' } } as const;
const DEFAULT_TARGET = 'purchase.checkout.block.render';

/** @throws SetupError with the usage. */
export function parseRoundTripOptions(args: readonly string[], directory: string): RoundTripOptions {
  const controls = Object.fromEntries(FLAGS.map((name) => [name, { type: 'string' as const }]));
  const {
    expect = [],
    json,
    ...flags
  } = parseOptions(
    args,
    { ...(controls as Record<(typeof FLAGS)[number], { type: 'string' }>), ...OWN_OPTIONS },
    USAGE_BELOW,
  );
  const isMissing = flags.fault === 'missing';
  if (isMissing) delete flags.fault;
  const state = readControls(flags, USAGE_BELOW);
  const target = state.target ?? DEFAULT_TARGET;
  const isUsable = !state.fault || (!isWithheld(state.fault) && hasFault(surfaceOf(target), state.fault));
  if (!isUsable) {
    throw new SetupError(`The fault ${state.fault} does not exist on that surface.${USAGE_BELOW}`);
  }
  return {
    target,
    url: `/${formatUrlState(state)}`,
    expected: expect.map(parse),
    ...(!isMissing && { token: tokenOf(state, target) }),
    ...(json !== undefined && { json: resolve(directory, json) }),
  };
}

function tokenOf({ customer, user, fault, skewSeconds }: UrlState, target: string): SessionTokenRequest {
  return { target, user, skewSeconds, ...(customer && { customer }), ...(fault && { fault }) };
}

/** Nothing is rendered, so the outcome is all there is to expect. */
function parse(written: string): Expectation {
  const expectation = parseExpectation(written, USAGE_BELOW);
  if (expectation.kind === 'outcome') return expectation;
  throw new SetupError(`--expect ${written} needs a browser: ${installation.commands.render}.${USAGE_BELOW}`);
}
