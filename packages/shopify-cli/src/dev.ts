/** `pnpm dev:shopify [flags of shopify app dev]`: the server and every extension, in a development store. */
import { join } from 'node:path';
import { createRebuildTrigger } from './rebuild-trigger.ts';
import { extensionDirectories, ROOT } from './repository.ts';
import { runShopifyCli } from './run-cli.ts';

for (const name of extensionDirectories()) createRebuildTrigger({ directory: join(ROOT, name) });

// An APP_URL of the shell would win over the tunnel's address in every extension.
const { APP_URL: _, ...env } = process.env;
process.exit(await runShopifyCli(['app', 'dev', ...process.argv.slice(2)], { env }));
