import { createI18n, readLocales } from '@session-token/extension-testing';
import { bundleOf, runInWorker, type SignalClass, testBundle } from '@session-token/extension-testing/bundle';
import { CUSTOMER, GUEST, json } from '@session-token/extension-testing/fake-server';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOYALTY_RENDERED } from './loyalty/fixtures.ts';
import { SESSION_ROUTE, serverOf } from './render-block.ts';

const APP_URL = 'https://app.example.com';
const GUEST_GREETING = 'Welcome. ';

type HostSignal<Value> = { value: Value };

export interface BuyerBundleContract {
  /** Folder of the extension. */
  directory: string;
  targets: readonly string[];
  /** Installs the signal of the logged-in customer where the surface has it. */
  installCustomer: (shopify: object, customer: HostSignal<{ id: string } | undefined>) => void;
}

/** Tests the manifest and the bundle of a surface for buyers. */
export function testBuyerBundle({ directory, targets, installCustomer }: BuyerBundleContract): void {
  testBundle({
    directory,
    targets,
    networkAccess: true,
    maxBrotliBytes: 10_900,
  });

  let codeWithAppUrl: string;
  beforeAll(async () => {
    codeWithAppUrl = (await bundleOf(directory, { APP_URL })).code;
  });

  async function start(
    target: string,
    code: string,
    { fetch = serverOf().fetch, settings = {} }: { fetch?: typeof globalThis.fetch; settings?: object } = {},
  ) {
    const signals: { customer?: HostSignal<{ id: string } | undefined> } = {};
    const worker = runInWorker(code, {
      fetch,
      constants: {
        i18n: createI18n(readLocales(directory), 'en').i18n,
        extension: { capabilities: { value: ['network_access'] } },
        sessionToken: { get: async () => 'token-1' },
      },
      installSignals(shopify: object, Signal: SignalClass) {
        signals.customer = new Signal<{ id: string } | undefined>(undefined);
        Object.assign(shopify, { settings: new Signal(settings) });
        installCustomer(shopify, signals.customer);
      },
    });
    await worker.render(target);
    return {
      ...worker,
      logIn: (id: string) => {
        signals.customer!.value = { id };
      },
    };
  }

  describe.each(targets)('%s in a worker that has nothing but what Shopify guarantees', (target) => {
    test('greets the buyer and renders the whole block', async () => {
      const worker = await start(target, codeWithAppUrl);
      await expect.poll(worker.html).toContain('customer 7');
      await expect.poll(worker.html).toContain(LOYALTY_RENDERED);
      expect(worker.targets).toEqual(targets);
    });

    test('calls the API at the address of the build, whatever a merchant has set', async () => {
      const server = serverOf();
      await start(target, codeWithAppUrl, {
        ...server,
        settings: { api_base_url: 'https://set.example.com' },
      });
      await expect.poll(() => server.requests[0]?.url).toBe(`${APP_URL}/api/session-token`);
    });

    test.each([
      ['left as written', {}],
      ['built in as an empty text', { APP_URL: '' }],
    ])('sends no token when APP_URL is %s, even if a merchant has set an address', async (_how, env) => {
      const server = serverOf();
      const worker = await start(target, (await bundleOf(directory, env)).code, {
        ...server,
        settings: { api_base_url: 'https://set.example.com' },
      });
      await expect.poll(worker.html).toContain('Reference: invalid_base_url');
      expect(server.requests).toEqual([]);
    });

    test('fetches again when the buyer logs in', async () => {
      const responses = [json(200, GUEST), json(200, CUSTOMER)];
      const worker = await start(
        target,
        codeWithAppUrl,
        serverOf({ [SESSION_ROUTE]: () => responses.shift()! }),
      );
      await expect.poll(worker.html).toContain(GUEST_GREETING);

      worker.logIn('gid://shopify/Customer/7');
      await expect.poll(worker.html).toContain('customer 7');
    });
  });
}
