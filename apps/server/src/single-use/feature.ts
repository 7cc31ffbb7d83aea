import type { Feature } from '../feature.ts';
import { singleUseMigration } from './migration.ts';

/** Idempotent writes, which the routes of other features use. */
export const singleUse: Feature = {
  migrations: { '0001_single_use': singleUseMigration },
};
