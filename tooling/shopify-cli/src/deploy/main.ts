/**
 * `pnpm deploy:shopify [flags of shopify app deploy]`: refuses unless the extensions get the address of the
 * production server, then deploys with the pinned CLI.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { parse } from 'smol-toml';
import { ROOT } from '../repository.ts';
import { runShopifyCli } from '../run-cli.ts';
import { applicationUrlProblem, findProductionUrl } from './production-url.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: { config: { type: 'string', short: 'c' } },
  strict: false,
  allowPositionals: true,
});
const config = typeof values.config === 'string' ? values.config : process.env.SHOPIFY_FLAG_APP_CONFIG;
const name = config?.replace(/^shopify\.app\.|\.toml$/g, '');
const appFile = name ? `shopify.app.${name}.toml` : 'shopify.app.toml';
const envFile = name ? `.env.${name}` : '.env';

const readIfThere = (file: string) =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '';
const found = findProductionUrl({
  shell: process.env.APP_URL,
  file: { name: envFile, value: parseEnv(readIfThere(envFile)).APP_URL },
});
const problem = found.ok
  ? applicationUrlProblem(parse(readIfThere(appFile)).application_url, found.url)
  : found.problem;

if (found.ok && problem === undefined) {
  console.error(`Extensions are built with APP_URL=${found.url} (from ${found.source}).`);
  process.exitCode = await runShopifyCli(['app', 'deploy', ...args], {
    env: { ...process.env, APP_URL: found.url },
  });
} else {
  console.error(`Not deployed: ${problem}.

Extensions have the address of the server built in, and Shopify sends webhooks to it. Write the production
server's address to application_url in ${appFile}, and give it to the build:

  APP_URL=https://api.your-domain.com npx -y pnpm deploy:shopify

or write APP_URL to ${envFile} (docs/development-store.md, "Which address an extension calls").`);
  process.exitCode = 1;
}
