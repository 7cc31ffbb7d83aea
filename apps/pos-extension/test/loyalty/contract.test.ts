import { MAX_ADJUSTMENT_POINTS } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { MAX_POINTS } from '../../src/loyalty/form-values.ts';

test('allows as many points as the API', () => {
  expect(MAX_POINTS).toBe(MAX_ADJUSTMENT_POINTS);
});
