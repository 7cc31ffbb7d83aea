/** `pnpm dev:shopify [flags of shopify app dev]`: the server and every extension, in a development store. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findExtensions } from '@session-token/extension-bundler';
import { createRebuildTrigger } from './rebuild-trigger.ts';
import { ROOT } from './repository.ts';
import { runShopifyCli } from './run-cli.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { path: { type: 'string' } }, strict: false });
const root = typeof values.path === 'string' ? resolve(values.path) : ROOT;

createRebuildTrigger({ directories: findExtensions(root).map((name) => join(root, name)) });

// An APP_URL of the shell would win over the tunnel's address in every extension.
const { APP_URL: _, ...env } = process.env;
process.exit(await runShopifyCli(['app', 'dev', ...args], { env }));
