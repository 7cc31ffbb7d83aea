import type { SessionTokenErrorCode } from '@session-token/shared';

/** What can be wrong with the token that `sessionToken.get()` hands to the extension. */
export const TOKEN_FAULTS = [
  'expired',
  'expiring',
  'tampered',
  'audience',
  'secret',
  'not-yet-valid',
  'alg-none',
  'unavailable',
] as const;

export type TokenFault = (typeof TOKEN_FAULTS)[number];

export interface TokenFaultText {
  title: string;
  /** One sentence for the developer: what the sandbox does to the token. */
  what: string;
  /** The code that the server must answer with; absent where it accepts the token, or never sees one. */
  code?: SessionTokenErrorCode;
}

export const TOKEN_FAULT_TEXTS: Record<TokenFault, TokenFaultText> = {
  expired: { title: 'Expired', what: 'It ran out five minutes ago.', code: 'expired' },
  expiring: {
    title: 'Expires in 5 s',
    what: 'It is genuine, but lives for 5 seconds only: watch the refresh.',
  },
  tampered: {
    title: 'Tampered',
    what: 'Its claims were edited to name another customer; the signature stayed.',
    code: 'bad_signature',
  },
  audience: { title: 'Wrong audience', what: 'It was issued for another app.', code: 'wrong_audience' },
  secret: {
    title: 'Foreign secret',
    what: 'It was signed with a secret that is not ours.',
    code: 'bad_signature',
  },
  'not-yet-valid': {
    title: 'Not yet valid',
    what: 'Its nbf lies two minutes ahead, as with a wrong clock.',
    code: 'not_yet_valid',
  },
  'alg-none': {
    title: 'alg: none',
    what: 'Its header says that it needs no signature, and it has none.',
    code: 'unsupported_algorithm',
  },
  unavailable: {
    title: 'Unavailable',
    what: 'sessionToken.get() throws, as in the checkout editor before the first save.',
  },
};

export const isTokenFault = (value: unknown): value is TokenFault =>
  TOKEN_FAULTS.some((fault) => fault === value);
