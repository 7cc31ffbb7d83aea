/** `pnpm dev:shopify [flags of shopify app dev]`: runs the server and every extension in a development store. */
import { join, resolve } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { ROOT } from '../repository.ts';
import { runShopifyCli } from '../run-cli.ts';
import { type ApiAddress, resolveApiAddress } from './api-address.ts';
import { parseDevOptions } from './options.ts';
import { createRebuildTrigger } from './rebuild-trigger.ts';

const say = (line: string) => console.error(line);

async function main(): Promise<number> {
  const { cliArgs, path, ...addressOptions } = parseDevOptions(process.argv.slice(2), process.env);
  const root = path ? resolve(path) : ROOT;
  const { env, tunnel }: ApiAddress = await resolveApiAddress({ ...addressOptions, env: process.env, say });
  let ending = false;
  void tunnel?.ended.then(() => {
    if (!ending)
      say('The tunnel of the API has ended, so extensions cannot reach the API. Run this command again.');
  });
  const trigger = createRebuildTrigger({
    directories: findExtensions(root).map((name) => join(root, name)),
    onProblem: say,
  });
  try {
    return await runShopifyCli(['app', 'dev', ...cliArgs], { env });
  } finally {
    ending = true;
    trigger.close();
    tunnel?.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
