/// <reference types="@shopify/ui-extensions/purchase.checkout.block.render" />
import { join } from 'node:path';
import { createTexts, readLocales } from '@session-token/extension-testing';
import { type BlockOptions, serverOf } from '@session-token/extension-testing/buyer-block';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { vi } from 'vitest';

const locales = readLocales(join(import.meta.dirname, '..'));

/** The extension, drawn by its own entry in the tester's checkout. */
export async function drawBlock(options: BlockOptions) {
  const extension = setUpExtension('purchase.checkout.block.render');
  const { i18n, usedKeys } = createTexts(locales, options.language ?? 'en');
  const { shopify } = extension;
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  vi.stubEnv('APP_URL', options.appUrl ?? 'https://api.example.com');
  shopify.extension.capabilities.value = options.capabilities ?? ['network_access'];
  // The tester's mock lacks these two, and throws where an extension reads what it lacks.
  define(shopify, 'buyerIdentity', undefined);
  define(shopify.extension, 'editor', options.inEditor ? { type: 'checkout' } : undefined);
  shopify.sessionToken.get = options.getToken ?? (async () => 'token-1');
  extension.fetch = options.fetch ?? serverOf().fetch;

  await extension.render();
  const dispose = () => {
    vi.unstubAllEnvs();
    extension[Symbol.dispose]();
  };
  return { usedKeys, [Symbol.dispose]: dispose };
}

function define(target: object, name: string, value: unknown) {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
