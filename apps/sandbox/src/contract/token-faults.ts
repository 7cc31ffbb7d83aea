import type { SessionTokenErrorCode } from '@session-token/shared';
import type { Surface } from './surfaces.ts';

export interface TokenFaultText {
  title: string;
  /** One sentence for the developer: what the sandbox does to the token. */
  what: string;
  /** The code that the server must answer with; absent where it accepts the token, or never sees one. */
  code?: SessionTokenErrorCode;
  /** Absent: every surface has it. */
  only?: Surface;
}

/** What can be special about the token that an extension is handed, in the groups that the page shows. */
const GROUPS = {
  Accepted: {
    expiring: {
      title: 'Expires in 5 s',
      what: 'Genuine, but it lives for 5 seconds only: watch the refresh.',
    },
    'previous-secret': {
      title: 'Previous secret',
      what: 'Signed with the secret before this one, as while a secret is being rotated.',
    },
    'other-shop': {
      title: 'Another shop',
      what: 'Genuine, but from another shop that has the app: the server must serve that shop and no other.',
    },
  },
  Time: {
    expired: { title: 'Expired', what: 'It ran out five minutes ago.', code: 'expired' },
    'not-yet-valid': {
      title: 'Not yet valid',
      what: 'Its nbf lies two minutes ahead, as with a wrong clock.',
      code: 'not_yet_valid',
    },
    'issued-in-future': {
      title: 'Issued in the future',
      what: 'Valid by its nbf already, yet its iat lies two minutes ahead.',
      code: 'issued_in_future',
    },
    'long-lived': {
      title: 'Valid for two days',
      what: 'Signed with the right secret, but valid for two days instead of five minutes.',
      code: 'lifetime_too_long',
    },
    milliseconds: {
      title: 'Milliseconds',
      what: 'Its times count milliseconds, as a script that signs by hand gets wrong.',
      code: 'invalid_time',
    },
  },
  Signature: {
    tampered: {
      title: 'Tampered',
      what: 'Its claims were edited to name another caller; the signature stayed.',
      code: 'bad_signature',
    },
    secret: {
      title: 'Foreign secret',
      what: 'It was signed with a secret that is not ours.',
      code: 'bad_signature',
    },
    'alg-none': {
      title: 'alg: none',
      what: 'Its header says that it needs no signature, and it has none.',
      code: 'unsupported_algorithm',
    },
    'critical-header': {
      title: 'Critical header',
      what: 'Its header demands an extension of the format that nobody here understands.',
      code: 'unsupported_header',
    },
    malformed: { title: 'Cut short', what: 'Its end is missing.', code: 'malformed_token' },
    'too-large': {
      title: 'Too large',
      what: 'Rightly signed, but far longer than any session token.',
      code: 'token_too_large',
    },
  },
  Claims: {
    audience: { title: 'Wrong audience', what: 'It was issued for another app.', code: 'wrong_audience' },
    shop: { title: 'Wrong shop', what: 'Its dest is no myshopify.com shop.', code: 'bad_dest' },
    issuer: { title: 'Wrong issuer', what: 'Its iss is that of another shop.', code: 'bad_issuer' },
    subject: { title: 'Wrong subject', what: 'Its sub is that of an order.', code: 'bad_subject' },
    'token-id': { title: 'Empty token id', what: 'Its jti is empty.', code: 'bad_token_id' },
    'session-id': {
      title: 'Empty session id',
      what: 'Its sid is empty.',
      code: 'bad_session_id',
      only: 'pos',
    },
    'post-purchase': {
      title: 'Not a session token',
      what: 'A post-purchase changeset, which apps sign with the same secret.',
      code: 'missing_claim',
    },
  },
  'Not handed out': {
    unavailable: {
      title: 'Throws',
      what: 'Asking for it throws, as in the editor before the first save.',
    },
    'no-permission': {
      title: 'No permission',
      what: 'getSessionToken() gives undefined: the account may not use the app. No fault of the extension.',
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

/** The faults that a surface can have, by the heading of their group. */
export const faultsOf = (surface: Surface): [heading: string, faults: TokenFault[]][] =>
  Object.entries(GROUPS).map(([heading, group]) => [
    heading,
    (Object.keys(group) as TokenFault[]).filter((fault) => hasFault(surface, fault)),
  ]);

export function hasFault(surface: Surface, fault: TokenFault): boolean {
  const { only } = TOKEN_FAULT_TEXTS[fault];
  return only === undefined || only === surface;
}

/** Faults under which no token is minted: the page itself withholds it. */
export const isWithheld = (fault: TokenFault): fault is keyof (typeof GROUPS)['Not handed out'] =>
  fault in GROUPS['Not handed out'];

export const isTokenFault = (value: unknown): value is TokenFault =>
  TOKEN_FAULTS.some((fault) => fault === value);
