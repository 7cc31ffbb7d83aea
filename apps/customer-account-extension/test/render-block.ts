/// <reference types="@shopify/ui-extensions/customer-account.order-status.block.render" />
import { join } from 'node:path';
import { createI18n, readLocales } from '@session-token/extension-testing';
import { type BlockOptions, serverOf } from '@session-token/extension-ui/testing';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { render } from 'preact';
import { vi } from 'vitest';

const locales = readLocales(join(import.meta.dirname, '..'));

export interface OrderStatusOptions extends BlockOptions {
  /** Default: the state of a buyer who followed the link in an email. */
  authenticationState?: 'fully_authenticated' | 'pre_authenticated';
}

/** Renders the extension through its entry on the tester's order status page. */
export async function renderBlock(options: OrderStatusOptions) {
  const extension = setUpExtension('customer-account.order-status.block.render');
  const { i18n, usedKeys } = createI18n(locales, options.language ?? 'en');
  const requireLogin = vi.fn(async () => {});
  const { shopify } = extension;
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  vi.stubEnv('APP_URL', options.appUrl ?? 'https://api.example.com');
  shopify.extension.capabilities.value = options.capabilities ?? ['network_access'];
  shopify.authenticationState.value = options.authenticationState ?? 'pre_authenticated';
  shopify.requireLogin = requireLogin;
  // The tester's mock lacks these, and throws on access.
  define(shopify.extension, 'editor', options.isEditor ? { type: 'checkout' } : undefined);
  define(shopify.extension, 'version', options.isDevelopment ? undefined : '1.0.0');
  shopify.sessionToken.get = options.getToken ?? (async () => 'token-1');
  extension.fetch = options.fetch ?? serverOf().fetch;

  await extension.render();
  return {
    usedKeys,
    requireLogin,
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
