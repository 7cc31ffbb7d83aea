// @vitest-environment node
import { join } from 'node:path';
import { createTexts, readLocales } from '@session-token/extension-testing';
import { bundleOf, describeBundle, runInWorker } from '@session-token/extension-testing/bundle';
import { STAFF } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';

const directory = join(import.meta.dirname, '..');
const targets = ['pos.home.tile.render', 'pos.home.modal.render'];
const APP_URL = 'https://app.example.com';

describeBundle({ directory, targets, networkAccess: false, maxBrotliBytes: 12_000 });

async function start(env: Record<string, string>) {
  const urls: string[] = [];
  const worker = runInWorker((await bundleOf(directory, env)).code, {
    async fetch(url) {
      urls.push(url);
      return new Response(JSON.stringify(STAFF));
    },
    constants: {
      i18n: createTexts(readLocales(directory), 'en').i18n,
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

test('draws the tile in a worker that has nothing but what Shopify guarantees', async () => {
  const worker = await start({ APP_URL });
  expect(worker.targets).toEqual(targets);
  await worker.draw('pos.home.tile.render');
  expect(worker.html()).toContain(readLocales(directory).en!['tile.online']);
});

test('asks the app’s address that was built in', async () => {
  const worker = await start({ APP_URL });
  await worker.draw('pos.home.modal.render');
  await expect.poll(worker.html).toContain('Verified for sandbox.myshopify.com');
  expect(worker.urls).toEqual([`${APP_URL}/api/session-token`]);
});

test('says that it is not configured when no address was built in', async () => {
  const worker = await start({});
  await worker.draw('pos.home.modal.render');
  await expect.poll(worker.html).toContain('Not configured yet');
  expect(worker.urls).toEqual([]);
});
