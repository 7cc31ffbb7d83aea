import type { Feature } from '../feature.ts';
import { privacyMigration, privacyOrderIdsMigration } from './migration.ts';

/** Shopify's privacy requests. The webhook route and the queue are part of the app itself. */
export const privacy: Feature = {
  migrations: { '0003_privacy': privacyMigration, '0006_privacy_order_ids': privacyOrderIdsMigration },
};
