import type { FindingId } from '../findings/catalog.ts';
import type { AttackRequest } from '../http/exchange.ts';
import type { AttackOptions } from '../options/attack-options.ts';
import { type Attack, type AttackContext, isAuthorization, routeRequest, tokenHeader } from './attack.ts';
import { genuineToken } from './genuine-token.ts';

/** Names that servers read tokens from, outside the header. */
const PARAMETERS = ['token', 'access_token', 'id_token', 'session_token', 'session', 'jwt', 'authorization'];

/** Attacks with a genuine token in the wrong place or form, or without a token. */
export function authorizationAttacks(app: AttackOptions): Attack[] {
  const common = [...noToken(app), ...otherPlaces(app), ...twoHeaders(app)];
  return isAuthorization(app) ? [...common, ...schemes(app)] : common;
}

/** Builds an attack that sends a genuine token in a given way. */
function withToken(
  app: AttackOptions,
  finding: FindingId,
  name: string,
  request: (context: AttackContext, token: string) => AttackRequest,
): Attack {
  return {
    ...{ name, finding, expected: 'rejected' },
    build(context) {
      const token = genuineToken(context, app.kinds[0]!);
      return { ...request(context, token), token };
    },
  };
}

function noToken(app: AttackOptions): Attack[] {
  const scheme = isAuthorization(app) ? 'Bearer ' : '';
  const values: [name: string, value: string][] = [
    ['an empty token', scheme.trim()],
    ['null for a token, as a broken client sends', `${scheme}null`],
    ['undefined for a token, as a broken client sends', `${scheme}undefined`],
    ['a token of two dots', `${scheme}..`],
  ];
  const attack = (name: string, headers: [string, string][]): Attack => ({
    ...{ name, finding: 'authorization/no-token', expected: 'rejected' },
    build: (context) => routeRequest(context, headers),
  });
  return [
    attack('no token at all', []),
    ...values.map(([name, value]) => attack(name, [[app.tokenHeader, value]])),
  ];
}

function otherPlaces(app: AttackOptions): Attack[] {
  const place = (
    name: string,
    request: (context: AttackContext, token: string) => AttackRequest,
  ): Attack => ({
    ...{ name, finding: 'authorization/other-place', expected: 'rejected' },
    // Without `token`: a response that repeats its own URL does not leak the token.
    build: (context) => request(context, genuineToken(context, app.kinds[0]!)),
  });
  return PARAMETERS.flatMap((name) => [
    place(`the token in the query, as ${name}`, (context, token) =>
      routeRequest(context, [], { [name]: token }),
    ),
    place(`the token in a cookie, as ${name}`, (context, token) =>
      routeRequest(context, [['Cookie', `${name}=${token}`]]),
    ),
  ]);
}

function twoHeaders(app: AttackOptions): Attack[] {
  const several = (name: string, headers: (context: AttackContext, token: string) => [string, string][]) =>
    withToken(app, 'authorization/several', name, (context, token) =>
      routeRequest(context, headers(context, token)),
    );
  return [
    several('two headers, a genuine token and then another', (context, token) => [
      tokenHeader(context, token),
      tokenHeader(context, 'x.y.z'),
    ]),
    several('two headers, another token and then a genuine one', (context, token) => [
      tokenHeader(context, 'x.y.z'),
      tokenHeader(context, token),
    ]),
    several('two headers with the same genuine token', (context, token) => [
      tokenHeader(context, token),
      tokenHeader(context, token),
    ]),
  ];
}

function schemes(app: AttackOptions): Attack[] {
  const form = (finding: FindingId, name: string, value: (token: string) => string) =>
    withToken(app, finding, name, (context, token) =>
      routeRequest(context, [['Authorization', value(token)]]),
    );
  return [
    form('authorization/scheme', 'a token without a scheme', (token) => token),
    form('authorization/scheme', 'the scheme Basic', (token) => `Basic ${token}`),
    form('authorization/scheme', 'the scheme Token', (token) => `Token ${token}`),
    form('authorization/scheme', 'the scheme JWT', (token) => `JWT ${token}`),
    form('authorization/scheme', 'no space after the scheme', (token) => `Bearer${token}`),
    form('authorization/scheme', 'a tab after the scheme', (token) => `Bearer\t${token}`),
    form('authorization/scheme', 'a colon after the scheme', (token) => `Bearer: ${token}`),
    form('authorization/scheme', 'a word before the scheme', (token) => `x Bearer ${token}`),
    form(
      'authorization/several',
      'two credentials, separated by a comma',
      (token) => `Bearer ${token}, Bearer x.y.z`,
    ),
    ...['bearer', 'BEARER'].map((scheme) => ({
      ...form('authorization/scheme-case', `the scheme "${scheme}"`, (token) => `${scheme} ${token}`),
      expected: 'accepted' as const,
    })),
  ];
}
