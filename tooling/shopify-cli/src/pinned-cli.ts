import { join } from 'node:path';
import { installOnDemand } from '@session-token/on-demand-install';

const FOLDER = join(import.meta.dirname, '../pinned');

/**
 * The entry module of the pinned Shopify CLI, fetched from the npm registry when it is not there.
 *
 * @throws when it cannot be fetched
 */
export async function bringShopifyCli(): Promise<string> {
  await installOnDemand(FOLDER, 'the pinned Shopify CLI (some 55 MB)');
  return join(FOLDER, 'node_modules/@shopify/cli/bin/run.js');
}
