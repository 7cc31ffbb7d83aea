import { join } from 'node:path';
import { installOnDemand } from '@session-token/on-demand-install';

const FOLDER = join(import.meta.dirname, '../pinned');

/** The folder of the package `@shopify/cli`; missing until `ensureShopifyCli` has installed it. */
export const shopifyCliFolder = join(FOLDER, 'node_modules/@shopify/cli');

/**
 * Returns the entry module of the pinned Shopify CLI, and installs the CLI from the npm registry if necessary.
 *
 * @throws if it cannot be installed
 */
export async function ensureShopifyCli(): Promise<string> {
  await installOnDemand(FOLDER, 'the pinned Shopify CLI (about 55 MB)');
  return join(shopifyCliFolder, 'bin/run.js');
}
