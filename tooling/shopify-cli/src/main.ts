/** `pnpm shopify <command>`: runs the pinned Shopify CLI in the repository root. */
import { runCommand } from './run-command.ts';

await runCommand(process.argv.slice(2));
