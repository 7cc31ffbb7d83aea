import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { runShopifyCli } from '../run-cli.ts';
import { UsageError } from '../usage-error.ts';
import { checkBundles } from './check-bundles.ts';
import { type Configuration, decideConfiguration } from './configuration.ts';
import { parseDeployOptions } from './options.ts';
import { checkApplicationUrl, findProductionUrl } from './production-url.ts';

export interface DeployRun {
  /** The arguments of `shopify app deploy`. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Prints a line for the developer. */
  say: (line: string) => void;
  /** Default: the pinned CLI. */
  runCli?: typeof runShopifyCli;
}

/**
 * Runs `shopify app deploy`, unless a released extension could not reach its server. Resolves to the exit code.
 *
 * @throws {UsageError} with the reason if nothing was deployed
 */
export async function deploy({ args, env, cwd, say, runCli = runShopifyCli }: DeployRun): Promise<number> {
  if (args.some((argument) => argument === '--help' || argument === '-h')) {
    return runCli(['app', 'deploy', '--help']);
  }
  const options = parseDeployOptions(args, env);
  const configuration = decideConfiguration(options, { cwd, env });
  const { url, source } = productionUrlOf(configuration, env, say);
  const problems = await checkBundles(configuration, url);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));

  say(`Deploying ${configuration.file}; extensions are built with APP_URL=${url} (from ${source}).`);
  const chosen = ['--path', configuration.root, '--config', configuration.file];
  return runCli(['app', 'deploy', ...chosen, ...options.cliArgs], {
    cwd: configuration.root,
    env: { ...options.env, APP_URL: url },
  });
}

function productionUrlOf(
  { root, file, envFile, content }: Configuration,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): { url: string; source: string } {
  const path = join(root, envFile);
  const variables = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  const found = findProductionUrl({
    shell: env.APP_URL,
    file: { name: envFile, value: variables.APP_URL },
  });
  const application = found.ok ? checkApplicationUrl(content.application_url, found.url) : {};
  if (application.warning) say(`Warning: ${application.warning}`);
  if (found.ok && !application.problem) return found;
  throw new UsageError(`${found.ok ? application.problem : found.problem}.

Extensions have the address of the server built in, and Shopify sends webhooks to application_url. Write the
production server's address to application_url in ${file}, and give it to the build:

  APP_URL=https://api.your-domain.com npx -y pnpm deploy:shopify

or write APP_URL to ${envFile}. See docs/release.md.`);
}
