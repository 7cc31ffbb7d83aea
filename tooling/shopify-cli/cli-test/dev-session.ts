import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type AppCopy, copyApp } from '../src/app-copy.ts';
import { cleanEnvironment } from '../src/clean-environment.ts';
import { bringShopifyCli } from '../src/pinned-cli.ts';
import type { StandInApp } from '../stand-in/answers.ts';
import { type ShopifyStandIn, startShopifyStandIn } from '../stand-in/shopify-stand-in.ts';

const DEV = join(import.meta.dirname, '../src/dev.ts');

export interface DevSession {
  app: AppCopy;
  standIn: ShopifyStandIn;
  /** Where the CLI's proxy listens, behind which the tunnel would be. */
  proxyUrl: string;
  /** Everything that was printed so far. */
  output: () => string;
  /** Resolves once it has printed the text. @throws with the end of the output when it does not in time */
  printed(text: string, timeoutMs: number): Promise<void>;
  /** Ends it as Ctrl-C does, and resolves with the exit code. */
  interrupt(): Promise<number | null>;
  close(): Promise<void>;
}

/** Links a copy of this repository to the stand-in's app, and starts `pnpm dev:shopify` in it. */
export async function startDevSession(
  app: StandInApp,
  { tunnelHost, env: extra }: { tunnelHost: string; env: Record<string, string> },
): Promise<DevSession> {
  const cli = await bringShopifyCli();
  const standIn = await startShopifyStandIn(app);
  const copy = copyApp();
  addSecondCheckout(copy.root);
  const env = { ...cleanEnvironment(copy.root), ...standIn.env, SHOPIFY_CLI_DISABLE_GRAPHIQL: '1' };

  let output = '';
  const start = (args: string[], variables: NodeJS.ProcessEnv): ChildProcess => {
    const child = spawn(process.execPath, args, {
      cwd: copy.root,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    return child;
  };

  const target = ['--client-id', app.clientId, '--file-name', 'shopify.app.toml', '--force'];
  const link = start([cli, 'app', 'config', 'link', ...target], env);
  await once(link, 'exit');

  const port = await freePort();
  const flags = ['--path', copy.root, '--store', app.shop, '--tunnel-url', `https://${tunnelHost}:${port}`];
  // The product of a checkout link would be asked of the store's Admin API.
  const dev = start([DEV, ...flags, '--checkout-cart-url', '/cart/1:1'], { ...env, ...extra });
  const exited = once(dev, 'exit');

  async function interrupt(): Promise<number | null> {
    dev.kill('SIGINT');
    await exited;
    return dev.exitCode;
  }
  return {
    app: copy,
    standIn,
    proxyUrl: `http://localhost:${port}`,
    output: () => output,
    async printed(text, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (!output.includes(text)) {
        if (performance.now() > deadline || dev.exitCode !== null) {
          throw new Error(`“${text}” was not printed, but:\n${output.slice(-2000)}`);
        }
        await setTimeout(100);
      }
    },
    interrupt,
    async close() {
      if (dev.exitCode === null && dev.signalCode === null) await interrupt();
      await standIn.close();
      copy.remove();
    },
  };
}

/** Puts a second server into the tree, as `git worktree add` does. */
function addSecondCheckout(root: string): void {
  const web = 'apps/server/shopify.web.toml';
  cpSync(join(root, web), join(root, 'worktrees/second', web));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
