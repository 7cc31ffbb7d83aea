export { SESSION_TOKEN_ERROR_CODES, SessionTokenError } from './errors.ts';
export type { VerifiedToken } from './verified-token.ts';
export { createSessionTokenVerifier, type SessionTokenVerifier } from './verifier.ts';
