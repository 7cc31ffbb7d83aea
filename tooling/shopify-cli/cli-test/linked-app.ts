import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { APP } from '../fake-shopify/app.ts';
import { type FakeShopifyApi, startFakeShopifyApi, type Tunnels } from '../fake-shopify/fake-shopify-api.ts';
import { type AppCopy, copyApp } from '../src/app-copy.ts';
import { cleanEnvironment } from '../src/clean-environment.ts';
import { ensureShopifyCli } from '../src/pinned-cli.ts';

export interface LinkedApp {
  copy: AppCopy;
  shopify: FakeShopifyApi;
  /** Makes the CLI talk only to the fake Shopify. */
  env: NodeJS.ProcessEnv;
  /** Starts Node in the app's folder and passes on its output. */
  start(args: string[], variables: NodeJS.ProcessEnv, onOutput: (text: string) => void): CliProcess;
  close(): Promise<void>;
}

export type CliProcess = ReturnType<typeof spawn>;

/** Links a copy of this repository to the fake Shopify's app, as `app config link` does for a developer. */
export async function createLinkedApp(tunnels: Tunnels = {}): Promise<LinkedApp> {
  const cli = await ensureShopifyCli();
  const shopify = await startFakeShopifyApi(APP, tunnels);
  const copy = copyApp();
  addSecondCheckout(copy.root);
  const env = { ...cleanEnvironment(copy.root), ...shopify.env, SHOPIFY_CLI_DISABLE_GRAPHIQL: '1' };

  const start: LinkedApp['start'] = (args, variables, onOutput) => {
    const child = spawn(process.execPath, args, {
      cwd: copy.root,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
    return child;
  };

  const target = ['--client-id', APP.clientId, '--file-name', 'shopify.app.toml', '--force'];
  await once(
    start([cli, 'app', 'config', 'link', ...target], env, () => {}),
    'exit',
  );
  return {
    copy,
    shopify,
    env,
    start,
    async close() {
      await shopify.close();
      copy.remove();
    },
  };
}

/** Adds a second server to the tree, as `git worktree add` does. */
function addSecondCheckout(root: string): void {
  const web = 'apps/server/shopify.web.toml';
  cpSync(join(root, web), join(root, 'worktrees/second', web));
}
