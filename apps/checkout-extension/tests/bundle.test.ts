// @vitest-environment node
import { join } from 'node:path';
import { brotliCompressSync, deflateSync } from 'node:zlib';
import { bundleExtension } from '@session-token/extension-bundler';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { json, SESSION } from './answers.ts';
import { runInWorker } from './worker.ts';

const directory = join(import.meta.dirname, '..');

const bundle = async (env: Record<string, string> = {}) => {
  const outcome = await bundleExtension({ directory, env });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  return outcome.bundle;
};

describe('the manifest', () => {
  test('asks for what the extension needs, at an API version that exists', async () => {
    const { manifest } = await bundle();
    expect(manifest).toMatchObject({
      apiVersion: '2026-07',
      uid: expect.stringMatching(/^[\da-f-]{36}$/),
      targets: [{ target: 'purchase.checkout.block.render' }],
      capabilities: { networkAccess: true, apiAccess: false, blockProgress: false },
      settings: [{ key: 'api_base_url' }],
    });
  });
});

describe('the bundle', () => {
  test('registers the target', async () => {
    expect((await bundle()).code).toContain('shopify.extend("purchase.checkout.block.render"');
  });

  test('has no process.env left when APP_URL is known', async () => {
    expect((await bundle({ APP_URL: 'https://app.example.com' })).code).not.toContain('process');
  });

  test('names no other variable than APP_URL, once', async () => {
    const { code } = await bundle();
    expect(code.match(/process\S{0,12}/g)).toEqual([expect.stringMatching(/^process\.env\.APP/)]);
  });

  test('takes in no secret, though the build knows it', async () => {
    const canary = 'canary-9f86d081884c7d65';
    const { code } = await bundle({ SHOPIFY_API_SECRET: canary, APP_URL: 'https://app.example.com' });
    expect(code).toContain('https://app.example.com');
    expect(code).not.toContain(canary);
  });

  test('brings no code of the server, and no package but the known ones', async () => {
    const packages = (await bundle()).inputFiles.map((file) =>
      file.includes('/node_modules/')
        ? file.match(/.*\/node_modules\/((@[^/]+\/)?[^/]+)/)![1]
        : file.match(/(packages|apps)\/[^/]+/)![0],
    );
    expect(new Set(packages)).toEqual(
      new Set([
        'apps/checkout-extension',
        'packages/extension-client',
        '@preact/signals',
        '@preact/signals-core',
        '@shopify/ui-extensions',
        'preact',
      ]),
    );
  });

  test('stays within its size budget', async () => {
    const code = Buffer.from((await bundle({ APP_URL: 'https://app.example.com' })).code);
    expect(brotliCompressSync(code).byteLength).toBeLessThanOrEqual(9_700);
    expect(deflateSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(10_700);
  });
});

describe('in a worker that has nothing but what Shopify guarantees', () => {
  let rawCode: string;
  let codeWithAppUrl: string;
  beforeAll(async () => {
    rawCode = (await bundle()).code;
    codeWithAppUrl = (await bundle({ APP_URL: 'https://app.example.com' })).code;
  });
  const createFetch = () => vi.fn(async (_url: string) => json(200, SESSION));

  test('greets the buyer', async () => {
    const fetch = createFetch();
    const worker = await runInWorker(codeWithAppUrl, { fetch });
    await expect.poll(worker.html).toContain('You are signed in as customer 7.');
    expect(worker.targets).toEqual(['purchase.checkout.block.render']);
  });

  test('calls the app’s address that was built in when the merchant set none', async () => {
    const fetch = createFetch();
    await runInWorker(codeWithAppUrl, { fetch });
    await expect.poll(() => fetch.mock.calls[0]?.[0]).toBe('https://app.example.com/api/session-token');
  });

  test('calls the address that the merchant set, even when one was built in', async () => {
    const fetch = createFetch();
    await runInWorker(codeWithAppUrl, { fetch, settings: { api_base_url: 'https://set.example.com' } });
    await expect.poll(() => fetch.mock.calls[0]?.[0]).toBe('https://set.example.com/api/session-token');
  });

  test.each([
    ['left as written', {}],
    ['built in as an empty text', { APP_URL: '' }],
  ])('says that it is not configured when APP_URL is %s and the merchant set none', async (_how, env) => {
    const worker = await runInWorker((await bundle(env)).code, { fetch: createFetch() });
    await expect.poll(worker.html).toContain('Not configured yet');
  });

  test('asks again when the settings arrive late', async () => {
    const fetch = createFetch();
    const worker = await runInWorker(rawCode, { fetch });
    await expect.poll(worker.html).toContain('Not configured yet');

    worker.changeSettings({ api_base_url: 'https://late.example.com' });
    await expect.poll(worker.html).toContain('Verified for sandbox.myshopify.com');
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['https://late.example.com/api/session-token']);
  });

  test('does not ask again when the settings change in something else', async () => {
    const fetch = createFetch();
    const worker = await runInWorker(codeWithAppUrl, { fetch });
    await expect.poll(worker.html).toContain('Verified');
    worker.changeSettings({ color: 'green' });
    await Promise.resolve();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('drops an answer that arrives after the address has changed', async () => {
    let answerOfOld = (_response: Response) => {};
    const fetch = vi.fn(async (url: string) =>
      url.startsWith('https://old')
        ? new Promise<Response>((resolve) => (answerOfOld = resolve))
        : json(200, SESSION),
    );
    const worker = await runInWorker(rawCode, {
      fetch,
      settings: { api_base_url: 'https://old.example.com' },
    });
    await expect.poll(() => fetch.mock.calls.length).toBe(1);
    worker.changeSettings({ api_base_url: 'https://new.example.com' });
    await expect.poll(worker.html).toContain('Verified for sandbox.myshopify.com');

    answerOfOld(json(200, { ...SESSION, shop: 'old.myshopify.com' }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(worker.html()).toContain('Verified for sandbox.myshopify.com');
  });

  test('asks again when the buyer logs in', async () => {
    const { customerId: _, ...guest } = SESSION;
    const answers = [json(200, guest), json(200, SESSION)];
    const worker = await runInWorker(codeWithAppUrl, { fetch: async () => answers.shift()! });
    await expect.poll(worker.html).toContain('You are checking out as a guest.');

    worker.logIn('gid://shopify/Customer/7');
    await expect.poll(worker.html).toContain('You are signed in as customer 7.');
  });
});
