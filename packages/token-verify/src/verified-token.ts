import type { BuyerSession, StaffSession } from '@session-token/shared';
import type { SecretSlot } from './signature.ts';

/**
 * What a genuine token says: who asks (`buyer` or `staff`), from which shop, until when, with the
 * claims as they stand and the secret that it was signed with. Frozen, claims included.
 */
export type VerifiedToken = Readonly<BuyerSession & SignedWith> | Readonly<StaffSession & SignedWith>;

interface SignedWith {
  /** Which of the two secrets: once nothing is signed with the previous one, it can go. */
  signedWith: SecretSlot;
}
