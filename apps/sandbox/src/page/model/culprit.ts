import type { SessionTokenErrorCode } from '@session-token/shared';
import type { UnverifiedToken } from './unverified-token.ts';

/** The part of a token that the server rejected. */
export interface Culprit {
  /** `token`: all of it. */
  part: 'header' | 'payload' | 'signature' | 'token';
  /** What is wrong with the part. */
  fault: string;
  /** What the server expects of each faulty claim, by name. Empty where no claim is at fault. */
  claims: Readonly<Record<string, string>>;
}

/** What the server compares the claims with. */
export interface Expectations {
  clientId: string;
  /** The server's time, such as `14:03:21`. */
  serverTime: string;
}

type Claims = Record<string, unknown>;
type Expected = (claims: Claims, expectations: Expectations) => Record<string, string>;

const EXPECTED: Partial<Record<SessionTokenErrorCode, Expected>> = {
  wrong_audience: (_, { clientId }) => ({ aud: clientId }),
  bad_dest: () => ({ dest: 'name.myshopify.com' }),
  bad_issuer: ({ dest }) => ({ iss: `an address of ${dest}` }),
  bad_subject: () => ({ sub: 'gid://shopify/Customer/… or, in POS, the number of a user' }),
  bad_session_id: () => ({ sid: 'an id' }),
  bad_token_id: () => ({ jti: 'an id' }),
  expired: (_, { serverTime }) => ({ exp: `later than ${serverTime}, the server's time` }),
  not_yet_valid: (_, { serverTime }) => ({ nbf: `not later than ${serverTime}, the server's time` }),
  issued_in_future: (_, { serverTime }) => ({ iat: `not later than ${serverTime}, the server's time` }),
  lifetime_too_long: ({ sid }) => ({
    exp: sid === undefined ? 'within 10 minutes of iat' : 'within 24 hours of iat',
  }),
  invalid_time: (claims) => {
    const faulty = TIMES.filter((name) => !isTime(claims[name]));
    return faulty.length > 0
      ? Object.fromEntries(faulty.map((name) => [name, 'whole seconds since 1970']))
      : { exp: 'later than nbf and iat' };
  },
  missing_claim: (claims) =>
    Object.fromEntries(
      REQUIRED.filter((name) => !(name in claims)).map((name) => [name, 'in every session token']),
    ),
};

const OTHER_PARTS: Partial<Record<SessionTokenErrorCode, Omit<Culprit, 'claims'>>> = {
  bad_signature: { part: 'signature', fault: 'does not match' },
  unsupported_algorithm: { part: 'header', fault: 'only HS256 is accepted' },
  unsupported_header: { part: 'header', fault: 'demands an extension' },
  malformed_token: { part: 'token', fault: 'a part is missing or invalid' },
  token_too_large: { part: 'token', fault: 'longer than any session token' },
};

const TIMES = ['iat', 'nbf', 'exp'];
const REQUIRED = ['dest', 'aud', ...TIMES, 'jti'];
/** The server's limit, which no time in milliseconds since 1973 is below. */
const MAX_TIME_SECONDS = 100_000_000_000;
const isTime = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < MAX_TIME_SECONDS;

/** Finds what a rejected token was rejected for; `undefined` if the code is not about the token. */
export function culpritOf(
  code: string,
  token: UnverifiedToken | undefined,
  expectations: Expectations,
): Culprit | undefined {
  const expected = Object.hasOwn(EXPECTED, code) && EXPECTED[code as SessionTokenErrorCode];
  if (expected && token) {
    return { part: 'payload', fault: 'a claim is wrong', claims: expected(token.claims, expectations) };
  }
  const part = Object.hasOwn(OTHER_PARTS, code) && OTHER_PARTS[code as SessionTokenErrorCode];
  return part ? { ...part, claims: {} } : undefined;
}
