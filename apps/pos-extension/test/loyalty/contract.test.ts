import { AdjustmentRequest, LOYALTY_ERROR_CODES, MAX_ADJUSTMENT_POINTS } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { MAX_POINTS, MAX_REASON_CHARACTERS, parseReason } from '../../src/loyalty/form-values.ts';
import { EXPLAINED_CODES } from '../../src/loyalty/LoyaltyFailure.tsx';

test('allows as many points as the API', () => {
  expect(MAX_POINTS).toBe(MAX_ADJUSTMENT_POINTS);
});

test('explains every code of the loyalty routes', () => {
  expect(EXPLAINED_CODES.toSorted()).toEqual(LOYALTY_ERROR_CODES.toSorted());
});

test('allows a reason as long as the API does', () => {
  expect(AdjustmentRequest.properties.reason).toMatchObject({ maxLength: MAX_REASON_CHARACTERS });
  expect(parseReason('x'.repeat(200))).toBe('x'.repeat(200));
  expect(parseReason('x'.repeat(201))).toBeUndefined();
});
