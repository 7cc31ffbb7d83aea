import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FakeApp } from '../fake-shopify/answers.ts';
import { type FakeShopifyApi, startFakeShopifyApi } from '../fake-shopify/fake-shopify-api.ts';
import type { FakeTunnel } from '../fake-shopify/fake-tunnel.ts';
import { type AppCopy, copyApp } from '../src/app-copy.ts';
import { cleanEnvironment } from '../src/clean-environment.ts';
import { ensureShopifyCli } from '../src/pinned-cli.ts';

const DEV = join(import.meta.dirname, '../src/dev/main.ts');

export interface DevSession {
  app: AppCopy;
  shopify: FakeShopifyApi;
  /** Process id of `pnpm dev:shopify`. */
  pid: number;
  /** The CLI's own tunnel, which serves the extensions. */
  tunnelUrl: string;
  /** Where the CLI's proxy listens, to which that tunnel leads. */
  proxyUrl: string;
  /** Everything that was printed so far. */
  output: () => string;
  /** Resolves once it has printed the text. @throws with the end of the output when it does not in time */
  printed(text: string, timeoutMs: number): Promise<void>;
  /** Ends it by a signal, as Ctrl-C does, and resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  close(): Promise<void>;
}

export interface DevSessionOptions {
  /** The host of the CLI's own tunnel. */
  tunnelHost: string;
  /** The tunnel that `cloudflared` opens. Default: there is no cloudflared. */
  apiTunnel?: FakeTunnel;
  env?: Record<string, string>;
}

/** Links a copy of this repository to the fake Shopify's app, and starts `pnpm dev:shopify` in it. */
export async function startDevSession(app: FakeApp, options: DevSessionOptions): Promise<DevSession> {
  const { tunnelHost, apiTunnel, env: extra } = options;
  const cli = await ensureShopifyCli();
  const port = await freePort();
  const shopify = await startFakeShopifyApi(app, {
    [tunnelHost]: () => port,
    ...(apiTunnel && { [apiTunnel.host]: () => apiTunnel.target()?.port }),
  });
  const copy = copyApp();
  addSecondCheckout(copy.root);
  const env = { ...cleanEnvironment(copy.root), ...shopify.env, SHOPIFY_CLI_DISABLE_GRAPHIQL: '1' };

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

  const flags = ['--path', copy.root, '--store', app.shop, '--tunnel-url', `https://${tunnelHost}:${port}`];
  // The product of a checkout link would be asked of the store's Admin API.
  const dev = start([DEV, ...flags, '--checkout-cart-url', '/cart/1:1'], {
    ...env,
    ...(apiTunnel ? apiTunnel.env(process.env.PATH) : { SHOPIFY_CLI_IGNORE_CLOUDFLARED: '1' }),
    ...proxyOf(shopify),
    ...extra,
  });
  const exited = once(dev, 'exit');

  async function end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    dev.kill(signal);
    await exited;
    return dev.exitCode;
  }
  return {
    app: copy,
    shopify,
    pid: dev.pid!,
    tunnelUrl: `https://${tunnelHost}`,
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
    end,
    async close() {
      if (dev.exitCode === null && dev.signalCode === null) await end();
      await shopify.close();
      copy.remove();
    },
  };
}

/** Makes Node's own `fetch` reach the hosts of the fake Shopify, the tunnel's included. */
const proxyOf = ({ env }: FakeShopifyApi) => ({
  NODE_USE_ENV_PROXY: '1',
  HTTPS_PROXY: env.SHOPIFY_HTTP_PROXY!,
  NO_PROXY: env.SHOPIFY_NO_PROXY!,
});

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
