import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium, type Locator } from '@playwright/test';
import { ENDPOINTS } from '../../../apps/sandbox/src/contract/endpoints.ts';
import { findBrowser } from '../../../apps/sandbox/src/node/browser/find-browser.ts';
import { ROOT } from '../src/repository.ts';

export interface SandboxPageOptions {
  /** The bundle to run in the sandbox's worker, and the address that it is served from. */
  bundle: { code: string; url: string };
  target: string;
  /** Mints the tokens that the extension gets. */
  mint: () => string;
  /** Hosts that the extension may call, through the proxy in `env`. */
  hosts: readonly string[];
  /** Variables that lead the sandbox's own requests to these hosts. */
  env: Readonly<Record<string, string>>;
}

export interface SandboxPage {
  /** The rendered extension. */
  extension: Locator;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Runs a bundle from elsewhere in the sandbox's worker, in a real browser. */
export async function openSandboxPage(options: SandboxPageOptions): Promise<SandboxPage> {
  const { bundle, target, mint, hosts, env } = options;
  const { launchOptions } = await findBrowser(() => {});
  const allowed = hosts.flatMap((host) => ['--allow-host', host]);
  const sandbox = spawn(process.execPath, ['apps/sandbox/src/main.ts', '--port', '0', ...allowed], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...launchOptions.args,
      // Only the sandbox itself sends requests to other hosts.
      '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost',
    ],
  });
  const close = async () => {
    sandbox.kill();
    await browser.close();
  };
  const page = await browser.newPage();
  await page.route(
    (url) => url.pathname === ENDPOINTS.extension,
    (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `${bundle.code}\n//# sourceURL=${bundle.url}\n`,
      }),
  );
  await page.route(
    (url) => url.pathname === ENDPOINTS.sessionToken,
    (route) => route.fulfill({ json: { token: mint() } }),
  );
  const url = await readUrl(sandbox.stdout);
  url.searchParams.set('target', target);
  await page.goto(url.href);
  return {
    extension: page.getByRole('region', { name: 'Extension', exact: true }),
    [Symbol.asyncDispose]: close,
  };
}

/** Reads the URL that the sandbox prints when it is ready. */
async function readUrl(output: NodeJS.ReadableStream): Promise<URL> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = /ready at (http:\S+)/.exec(line) ?? [];
    if (url) return new URL(url);
  }
  throw new Error('The sandbox exited before it was ready.');
}
