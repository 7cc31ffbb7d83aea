import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { closeServer } from '../src/node/http/listen.ts';
import { frameDocument } from '../src/node/page-server/documents.ts';
import { expect, isolatedTest as inSandbox, launchOptionsWith } from './sandbox-page.ts';

inSandbox(
  "a request from another origin than the page's is verified, and the server sees that origin",
  async ({ sandbox }) => {
    await sandbox.open('?customer=42&origin=local');
    await expect(sandbox.outcome).toContainText('Verified');
    const origin = await sandbox.page.getByTestId('worker-origin').textContent();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(origin).not.toBe(new URL(sandbox.page.url()).origin);
    await expect(sandbox.exchanges('GET').first().locator('.origin')).toHaveText(origin!);
  },
);

inSandbox("the page says when nothing serves the frame under Shopify's name", async ({ sandbox }) => {
  await sandbox.open('?origin=shopify');
  await expect(sandbox.extension.getByRole('alert')).toContainText(
    "Nothing serves the worker's frame at https://extensions.shopifycdn.com.",
  );
});

/** A browser that resolves extensions.shopifycdn.com to this machine, so the origin is exact without requests to Shopify. */
const test = inSandbox.extend<object, { frameServer: number }>({
  frameServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const { cert, private: key } = await generate(
        [{ name: 'commonName', value: 'extensions.shopifycdn.com' }],
        { keyType: 'ec', algorithm: 'sha256' },
      );
      const server = createServer({ cert, key }, (request, response) => {
        const proxyPort = Number(/proxy=(\d+)/.exec(request.url!)?.[1]) || undefined;
        const parents = [new URL(process.env.SANDBOX_URL!).origin];
        const { html, contentSecurityPolicy } = frameDocument({ proxyPort, parents });
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy })
          .end(html);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use((server.address() as AddressInfo).port);
      await closeServer(server as never);
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ frameServer }, use) => {
      await use(launchOptionsWith(`MAP extensions.shopifycdn.com:443 127.0.0.1:${frameServer}`));
    },
    { scope: 'worker' },
  ],
});

test.describe("Shopify's own origin", () => {
  test.use({ ignoreHTTPSErrors: true });
  // In one worker: every further one would start another browser.
  test.describe.configure({ mode: 'default' });

  test('is accepted by the server like any other', async ({ sandbox }) => {
    await sandbox.open('?customer=42&origin=shopify');
    await expect(sandbox.page.getByTestId('worker-origin')).toHaveText('https://extensions.shopifycdn.com');
    await expect(sandbox.outcome).toContainText('Authenticated as customer 42');
    await expect(sandbox.exchanges('GET').first().locator('.origin')).toHaveText(
      'https://extensions.shopifycdn.com',
    );
    await expect(sandbox.exchanges('OPTIONS').first().locator('.status')).toHaveText('204');
  });

  test('has no network without network_access either', async ({ sandbox }) => {
    await sandbox.open('?origin=shopify&network=off');
    await expect(sandbox.outcome).toContainText('No network access');
  });
});
