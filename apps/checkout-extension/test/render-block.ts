/// <reference types="@shopify/ui-extensions/purchase.checkout.block.render" />
import { join } from 'node:path';
import { createI18n, readLocales } from '@session-token/extension-testing';
import { type BlockOptions, serverOf } from '@session-token/extension-ui/testing';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { vi } from 'vitest';

const locales = readLocales(join(import.meta.dirname, '..'));

/** Renders the extension through its entry in the tester's checkout. */
export async function renderBlock(options: BlockOptions) {
  const extension = setUpExtension('purchase.checkout.block.render');
  const { i18n, usedKeys } = createI18n(locales, options.language ?? 'en');
  const { shopify } = extension;
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  vi.stubEnv('APP_URL', options.appUrl ?? 'https://api.example.com');
  shopify.extension.capabilities.value = options.capabilities ?? ['network_access'];
  // The tester's mock lacks these, and throws on access.
  define(shopify, 'buyerIdentity', undefined);
  define(shopify.extension, 'editor', options.isEditor ? { type: 'checkout' } : undefined);
  define(shopify.extension, 'version', options.isDevelopment ? undefined : '1.0.0');
  shopify.sessionToken.get = options.getToken ?? (async () => 'token-1');
  extension.fetch = options.fetch ?? serverOf().fetch;

  await extension.render();
  return {
    usedKeys,
    unmount: () => render(null, document.body),
    [Symbol.dispose]: () => {
      vi.unstubAllEnvs();
      extension[Symbol.dispose]();
    },
  };
}

function define(target: object, name: string, value: unknown) {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
