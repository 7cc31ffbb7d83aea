import type { AdjustmentRequest } from '@session-token/shared';

/** As in the API contract (`MAX_ADJUSTMENT_POINTS`). Importing the schemas would bundle them. */
export const MAX_POINTS = 100_000;
export const MAX_REASON_CHARACTERS = 200;

const CUSTOMER_ID = /^(?:gid:\/\/shopify\/Customer\/)?([1-9]\d{0,19})$/;

/** Parses a customer's number or global ID. Returns a string: IDs exceed 2^53. */
export function parseCustomerId(typed: string): string | undefined {
  return CUSTOMER_ID.exec(typed.trim())?.[1];
}

/** Parses a whole number from 1 to `MAX_POINTS`. */
export function parsePoints(typed: string): number | undefined {
  const points = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
  return points >= 1 && points <= MAX_POINTS ? points : undefined;
}

/** Joins the lines of a reason. Returns undefined if it is blank or too long. */
export function parseReason(typed: string): AdjustmentRequest['reason'] | undefined {
  const reason = typed.replace(/\s+/g, ' ').trim();
  return reason && reason.length <= MAX_REASON_CHARACTERS ? reason : undefined;
}
