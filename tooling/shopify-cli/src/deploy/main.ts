/** `pnpm deploy:shopify [flags of shopify app deploy]`: see deploy.ts. */
import { runCommand } from '../run-command.ts';

await runCommand(['app', 'deploy', ...process.argv.slice(2)]);
