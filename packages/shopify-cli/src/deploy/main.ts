/**
 * `pnpm deploy:shopify [flags of shopify app deploy]`: refuses unless the extensions get the address of the
 * production server, then deploys with the pinned CLI.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { ROOT } from '../repository.ts';
import { runShopifyCli } from '../run-cli.ts';
import { findProductionUrl } from './production-url.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: { config: { type: 'string', short: 'c' } },
  strict: false,
  allowPositionals: true,
});
const config = typeof values.config === 'string' ? values.config : process.env.SHOPIFY_FLAG_APP_CONFIG;
const envFile = config ? `.env.${config.replace(/^shopify\.app\.|\.toml$/g, '')}` : '.env';
const path = join(ROOT, envFile);
const found = findProductionUrl({
  shell: process.env.APP_URL,
  file: { name: envFile, value: existsSync(path) ? parseEnv(readFileSync(path, 'utf8')).APP_URL : undefined },
});

if (found.ok) {
  console.error(`Extensions are built with APP_URL=${found.url} (from ${found.source}).`);
  process.exitCode = await runShopifyCli(['app', 'deploy', ...args], {
    env: { ...process.env, APP_URL: found.url },
  });
} else {
  console.error(`Not deployed: ${found.problem}.

Extensions have the address of the server built in. Set it to the production server's:

  APP_URL=https://api.your-domain.com pnpm deploy:shopify

or write it to ${envFile} (docs/shopify.md, "Which address an extension calls").`);
  process.exitCode = 1;
}
