import type { Feature } from '../feature.ts';
import { LOYALTY_ERRORS } from './errors.ts';
import { loyaltyDailyCreditsMigration, loyaltyMigration } from './migration.ts';
import { loyaltyPersonalData } from './personal-data.ts';
import { loyaltyRoutes } from './routes.ts';

/** The worked example: stores a customer's points by `sub`. */
export const loyalty: Feature = {
  routes: loyaltyRoutes,
  migrations: {
    '0002_loyalty': loyaltyMigration,
    '0005_loyalty_daily_credits': loyaltyDailyCreditsMigration,
  },
  errors: LOYALTY_ERRORS,
  personalData: loyaltyPersonalData,
};
