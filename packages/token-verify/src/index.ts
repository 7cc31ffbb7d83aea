export { SessionTokenError } from './errors.ts';
export { findOptionProblems } from './options.ts';
export type { VerifiedToken } from './verified-token.ts';
export { createSessionTokenVerifier, type SessionTokenVerifier } from './verifier.ts';
