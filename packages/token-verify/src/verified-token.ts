import type { BuyerSession, StaffSession } from '@session-token/shared';

/**
 * What a genuine token says: who asks (`buyer` or `staff`), from which shop, until when, with the
 * claims as they stand. Frozen, and shared by all callers that show the same token.
 */
export type VerifiedToken = Readonly<(BuyerSession | StaffSession) & { signedWith: SecretSlot }>;

/** Which of the two secrets a token's signature is by. */
export type SecretSlot = 'current' | 'previous';
