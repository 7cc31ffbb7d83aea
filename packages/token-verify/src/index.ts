export type { VerifiedToken } from './claims.ts';
export { SessionTokenError } from './errors.ts';
export { findOptionProblems } from './options.ts';
export { createSessionTokenVerifier, type SessionTokenVerifier } from './verifier.ts';
