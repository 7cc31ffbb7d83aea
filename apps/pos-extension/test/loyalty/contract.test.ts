import { LOYALTY_ERROR_CODES, MAX_ADJUSTMENT_POINTS } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { MAX_POINTS } from '../../src/loyalty/form-values.ts';
import { EXPLAINED_CODES } from '../../src/loyalty/LoyaltyFailure.tsx';

test('allows as many points as the API', () => {
  expect(MAX_POINTS).toBe(MAX_ADJUSTMENT_POINTS);
});

test('explains every code of the loyalty routes', () => {
  expect(EXPLAINED_CODES.toSorted()).toEqual(LOYALTY_ERROR_CODES.toSorted());
});
