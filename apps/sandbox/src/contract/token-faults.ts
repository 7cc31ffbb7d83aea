import type { SessionTokenErrorCode } from '@session-token/shared';
import type { Surface } from './surfaces.ts';

export interface TokenFaultText {
  title: string;
  /** For the developer: what the sandbox does to the token. */
  description: string;
  /** The code that the server must respond with; absent if it accepts the token, or receives none. */
  code?: SessionTokenErrorCode;
  /** The only surface with this fault. Default: all have it. */
  only?: Surface;
}

/** The faults that a token can have, in the groups that the page shows. */
const GROUPS = {
  Accepted: {
    expiring: {
      title: 'Expires in 5 s',
      description: 'Genuine, but valid for only 5 seconds: watch the refresh.',
    },
    'previous-secret': {
      title: 'Previous secret',
      description: 'Signed with the previous secret, as during a rotation.',
    },
    'other-shop': {
      title: 'Another shop',
      description: 'Genuine, but from another shop that has the app: the server must serve only that shop.',
    },
  },
  Time: {
    expired: { title: 'Expired', description: 'It expired five minutes ago.', code: 'expired' },
    'not-yet-valid': {
      title: 'Not yet valid',
      description: 'Its nbf is two minutes ahead, as with a wrong clock.',
      code: 'not_yet_valid',
    },
    'issued-in-future': {
      title: 'Issued in the future',
      description: 'Valid by its nbf, but its iat is two minutes ahead.',
      code: 'issued_in_future',
    },
    'long-lived': {
      title: 'Valid for two days',
      description: 'Signed with the right secret, but valid for two days instead of five minutes.',
      code: 'lifetime_too_long',
    },
    milliseconds: {
      title: 'Milliseconds',
      description: 'Its times are in milliseconds, a common mistake of scripts that sign tokens.',
      code: 'invalid_time',
    },
  },
  Signature: {
    tampered: {
      title: 'Tampered',
      description: 'Its claims were edited to name another caller; the signature is the old one.',
      code: 'bad_signature',
    },
    secret: {
      title: 'Another secret',
      description: "It was signed with a secret that is not this app's.",
      code: 'bad_signature',
    },
    'alg-none': {
      title: 'alg: none',
      description: 'Its header declares that the token is unsigned, and the signature is empty.',
      code: 'unsupported_algorithm',
    },
    'critical-header': {
      title: 'Critical header',
      description: 'Its header requires a JWS extension that the server does not support.',
      code: 'unsupported_header',
    },
    malformed: {
      title: 'Truncated',
      description: 'The end of the token is missing.',
      code: 'malformed_token',
    },
    'too-large': {
      title: 'Too large',
      description: 'Correctly signed, but far longer than any session token.',
      code: 'token_too_large',
    },
  },
  Claims: {
    audience: {
      title: 'Wrong audience',
      description: 'It was issued for another app.',
      code: 'wrong_audience',
    },
    shop: { title: 'Wrong shop', description: 'Its dest is not a myshopify.com shop.', code: 'bad_dest' },
    issuer: { title: 'Wrong issuer', description: 'Its iss names another shop.', code: 'bad_issuer' },
    subject: { title: 'Wrong subject', description: 'Its sub names an order.', code: 'bad_subject' },
    'token-id': { title: 'Empty token id', description: 'Its jti is empty.', code: 'bad_token_id' },
    'session-id': {
      title: 'Empty session id',
      description: 'Its sid is empty.',
      code: 'bad_session_id',
      only: 'pos',
    },
    'post-purchase': {
      title: 'Not a session token',
      description: 'It is a post-purchase changeset, which apps sign with the same secret.',
      code: 'missing_claim',
    },
  },
  Unavailable: {
    unavailable: {
      title: 'Throws',
      description: 'Requesting it throws, as in the editor before the first save.',
    },
    'no-permission': {
      title: 'No permission',
      description:
        'getSessionToken() returns undefined: the account lacks permission to use the app. Not an extension bug.',
      only: 'pos',
    },
  },
} as const satisfies Record<string, Record<string, TokenFaultText>>;

type FaultIn<Group> = Group extends unknown ? keyof Group : never;
export type TokenFault = FaultIn<(typeof GROUPS)[keyof typeof GROUPS]>;

export const TOKEN_FAULT_TEXTS: Readonly<Record<TokenFault, TokenFaultText>> = Object.assign(
  {},
  ...Object.values(GROUPS),
);

export const TOKEN_FAULTS = Object.keys(TOKEN_FAULT_TEXTS) as TokenFault[];

/** The faults of a surface, by the heading of their group. */
export const faultsOf = (surface: Surface): [heading: string, faults: TokenFault[]][] =>
  Object.entries(GROUPS).map(([heading, group]) => [
    heading,
    (Object.keys(group) as TokenFault[]).filter((fault) => hasFault(surface, fault)),
  ]);

export function hasFault(surface: Surface, fault: TokenFault): boolean {
  const { only } = TOKEN_FAULT_TEXTS[fault];
  return only === undefined || only === surface;
}

/** Whether the server accepts a token with this fault. */
export const isAccepted = (fault: TokenFault): boolean => fault in GROUPS.Accepted;

/** Faults without a minted token: the page withholds it. */
export const isWithheld = (fault: TokenFault): fault is keyof (typeof GROUPS)['Unavailable'] =>
  fault in GROUPS.Unavailable;

export const isTokenFault = (value: unknown): value is TokenFault =>
  TOKEN_FAULTS.some((fault) => fault === value);
