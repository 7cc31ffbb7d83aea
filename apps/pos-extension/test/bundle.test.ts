// @vitest-environment node
import { join } from 'node:path';
import { createI18n, readLocales } from '@session-token/extension-testing';
import { bundleOf, runInWorker, testBundle } from '@session-token/extension-testing/bundle';
import { STAFF } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';

const directory = join(import.meta.dirname, '..');
const targets = ['pos.home.tile.render', 'pos.home.modal.render'];
const APP_URL = 'https://app.example.com';

testBundle({ directory, targets, networkAccess: false, maxBrotliBytes: 12_000 });

async function start(env: Record<string, string>) {
  const urls: string[] = [];
  const worker = runInWorker((await bundleOf(directory, env)).code, {
    async fetch(url) {
      urls.push(url);
      return new Response(JSON.stringify(STAFF));
    },
    constants: {
      i18n: createI18n(readLocales(directory), 'en').i18n,
      connectivity: { current: { value: { internetConnected: 'Connected' } } },
      cart: { current: { value: {} } },
      session: {
        currentSession: { shopDomain: 'sandbox.myshopify.com', userId: 42 },
        staffMember: { value: { id: 9 } },
        getSessionToken: async () => 'token-1',
      },
    },
  });
  return { ...worker, urls };
}

test('renders the tile in a worker that has only what Shopify guarantees', async () => {
  const worker = await start({ APP_URL });
  expect(worker.targets).toEqual(targets);
  await worker.render('pos.home.tile.render');
  expect(worker.html()).toContain(readLocales(directory).locales.en!['tile.online']);
});

test('calls the API at the address of the build', async () => {
  const worker = await start({ APP_URL });
  await worker.render('pos.home.modal.render');
  await expect.poll(worker.html).toContain('Verified for sandbox.myshopify.com');
  expect(worker.urls).toEqual([`${APP_URL}/api/session-token`]);
});

test('sends nothing when the build has no address', async () => {
  const worker = await start({});
  await worker.render('pos.home.modal.render');
  await expect.poll(worker.html).toContain('Reference: invalid_base_url');
  expect(worker.urls).toEqual([]);
});
