/// <reference types="@shopify/ui-extensions/pos.home.modal.render" />
import { join } from 'node:path';
import { createI18n, readLocales } from '@session-token/extension-testing';
import { fakeServer, json, STAFF } from '@session-token/extension-testing/fake-server';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { vi } from 'vitest';
import { loyaltyRoutes } from './loyalty/routes.ts';

export const directory = join(import.meta.dirname, '..');
const locales = readLocales(directory);

export const SESSION_ROUTE = 'GET /api/session-token';

/** Routes of a server that verifies a staff session, some of them replaced. */
export const serverOf = (routes: Parameters<typeof fakeServer>[0] = {}) =>
  fakeServer({
    [SESSION_ROUTE]: () => json(200, STAFF),
    ...loyaltyRoutes,
    ...routes,
  });

/** A state of the modal: its render options, and what staff do then. */
export interface ModalState {
  options?: ModalOptions;
  routes?: Parameters<typeof serverOf>[0];
  use?: (texts: ReturnType<typeof createI18n>['i18n']) => Promise<void>;
}

export interface ModalOptions {
  /** Default `en`. */
  language?: string;
  /** Value of `APP_URL` in the build. Default: an address. */
  appUrl?: string;
  /** Undefined: nobody is pinned in. Default 9. */
  staffMemberId?: number | undefined;
  /** The customer in the cart. */
  cartCustomerId?: number;
  getToken?: () => Promise<string | undefined>;
  fetch?: typeof fetch;
}

/** Renders the modal through its entry in the tester's POS. Disposing of the result removes it. */
export async function renderModal(options: ModalOptions = {}) {
  const extension = setUpExtension('pos.home.modal.render');
  const { i18n, usedKeys } = createI18n(locales, options.language ?? 'en');
  const showToast = vi.fn();
  const { shopify } = extension;
  vi.stubEnv('APP_URL', options.appUrl ?? 'https://api.example.com');
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  shopify.session.currentSession = {
    shopId: 1,
    userId: 42,
    shopDomain: 'sandbox.myshopify.com',
    locationId: 3,
    currency: 'EUR',
    posVersion: '10.1.0',
  };
  const { staffMemberId = 'staffMemberId' in options ? undefined : 9 } = options;
  define(shopify.session.staffMember, 'value', staffMemberId && { id: staffMemberId });
  define(shopify.cart.current.value, 'customer', options.cartCustomerId && { id: options.cartCustomerId });
  shopify.session.getSessionToken = options.getToken ?? (async () => 'token-1');
  shopify.toast.show = showToast;
  extension.fetch = options.fetch ?? serverOf().fetch;

  await extension.render();
  return {
    usedKeys,
    showToast,
    [Symbol.dispose]: () => {
      vi.unstubAllEnvs();
      extension[Symbol.dispose]();
    },
  };
}

// The tester's mock throws on access to missing members.
function define(target: object, name: string, value: unknown) {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
