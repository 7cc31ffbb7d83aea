export { SESSION_TOKEN_ERRORS, SessionTokenError } from './errors.ts';
export type { VerifiedToken } from './verified-token.ts';
export { createSessionTokenVerifier, type SessionTokenVerifier } from './verifier.ts';
