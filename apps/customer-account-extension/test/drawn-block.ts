/// <reference types="@shopify/ui-extensions/customer-account.order-status.block.render" />
import { join } from 'node:path';
import { createTexts, readLocales } from '@session-token/extension-testing';
import { type BlockOptions, serverOf } from '@session-token/extension-testing/buyer-block';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { vi } from 'vitest';

const locales = readLocales(join(import.meta.dirname, '..'));

export interface OrderStatusOptions extends BlockOptions {
  /** Default: what a buyer is who came by the link in an e-mail. */
  authenticationState?: 'fully_authenticated' | 'pre_authenticated';
}

/** The extension, drawn by its own entry on the tester's order status page. */
export async function drawBlock(options: OrderStatusOptions) {
  const extension = setUpExtension('customer-account.order-status.block.render');
  const { i18n, usedKeys } = createTexts(locales, options.language ?? 'en');
  const requireLogin = vi.fn(async () => {});
  const { shopify } = extension;
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  vi.stubEnv('APP_URL', options.appUrl ?? 'https://api.example.com');
  shopify.extension.capabilities.value = options.capabilities ?? ['network_access'];
  shopify.authenticationState.value = options.authenticationState ?? 'pre_authenticated';
  shopify.requireLogin = requireLogin;
  // The tester's mock lacks this one, and throws where an extension reads what it lacks.
  Object.defineProperty(shopify.extension, 'editor', {
    value: options.inEditor ? { type: 'checkout' } : undefined,
    configurable: true,
  });
  shopify.sessionToken.get = options.getToken ?? (async () => 'token-1');
  extension.fetch = options.fetch ?? serverOf().fetch;

  await extension.render();
  const dispose = () => {
    vi.unstubAllEnvs();
    extension[Symbol.dispose]();
  };
  return { usedKeys, requireLogin, [Symbol.dispose]: dispose };
}
