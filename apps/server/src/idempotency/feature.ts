import type { Feature } from '../feature.ts';
import { idempotencyRecordsMigration, singleUseClaimsMigration } from './migration.ts';
import { idempotencyPersonalData } from './personal-data.ts';

/** Idempotent writes, which the routes of other features use. */
export const idempotency: Feature = {
  migrations: {
    '0001_single_use': singleUseClaimsMigration,
    '0004_idempotency': idempotencyRecordsMigration,
  },
  personalData: idempotencyPersonalData,
};
