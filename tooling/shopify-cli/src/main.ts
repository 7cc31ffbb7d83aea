/** `pnpm shopify <command>`: the pinned Shopify CLI, from the root of the repository. */
import { runShopifyCli } from './run-cli.ts';

process.exitCode = await runShopifyCli(process.argv.slice(2));
