import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { APP } from '../fake-shopify/app.ts';
import type { FakeShopifyApi } from '../fake-shopify/fake-shopify-api.ts';
import type { FakeTunnel } from '../fake-shopify/fake-tunnel.ts';
import type { AppCopy } from '../src/app-copy.ts';
import { createLinkedApp } from './linked-app.ts';

const DEV = join(import.meta.dirname, '../src/dev/main.ts');

export interface DevSession {
  app: AppCopy;
  shopify: FakeShopifyApi;
  /** The CLI's own tunnel, which serves the extensions. */
  tunnelUrl: string;
  /** The CLI's proxy, to which that tunnel leads. */
  proxyUrl: string;
  /** Returns the output so far. */
  output: () => string;
  /** Resolves when the output contains the text. @throws with the end of the output after a timeout */
  printed(text: string, timeoutMs: number): Promise<void>;
  /** Ends the command like Ctrl-C, and resolves to the exit code. */
  interrupt(): Promise<number | null>;
  close(): Promise<void>;
}

export interface DevSessionOptions {
  /** The host of the CLI's own tunnel. */
  tunnelHost: string;
  /** The tunnel that `cloudflared` opens. Default: no cloudflared. */
  apiTunnel?: FakeTunnel;
  env?: Record<string, string>;
}

/** Starts `pnpm dev:shopify` in a linked copy of this repository. */
export async function startDevSession(options: DevSessionOptions): Promise<DevSession> {
  const { tunnelHost, apiTunnel, env: extra } = options;
  const port = await freePort();
  const { copy, shopify, env, start, close } = await createLinkedApp({
    [tunnelHost]: () => port,
    ...(apiTunnel && { [apiTunnel.host]: () => apiTunnel.target()?.port }),
  });

  let output = '';
  const flags = ['--path', copy.root, '--store', APP.shop, '--tunnel-url', `https://${tunnelHost}:${port}`];
  const variables = {
    ...env,
    ...(apiTunnel ? apiTunnel.env(process.env.PATH) : { SHOPIFY_CLI_IGNORE_CLOUDFLARED: '1' }),
    // Makes Node's `fetch` reach the hosts of the fake Shopify, including the tunnels.
    ...shopify.requestEnv,
    ...extra,
  };
  // Without the last flag, the CLI asks the store's Admin API for a product to put into the checkout link.
  const dev = start([DEV, ...flags, '--checkout-cart-url', '/cart/1:1'], variables, (text) => {
    output += text;
  });
  const exited = once(dev, 'exit');

  async function interrupt(): Promise<number | null> {
    dev.kill('SIGINT');
    await exited;
    return dev.exitCode;
  }
  return {
    app: copy,
    shopify,
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
    interrupt,
    async close() {
      if (dev.exitCode === null && dev.signalCode === null) await interrupt();
      await close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
