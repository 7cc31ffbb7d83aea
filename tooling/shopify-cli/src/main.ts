/** `pnpm shopify <command>`: the pinned Shopify CLI, from the root of the repository. */
import { runCommand } from './run-command.ts';

await runCommand(process.argv.slice(2));
