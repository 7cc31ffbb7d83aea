/// <reference types="@shopify/ui-extensions/purchase.checkout.block.render" />
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { vi } from 'vitest';
import { json, SESSION } from './answers.ts';
import { createTranslator } from './translator.ts';

export interface BlockOptions {
  /** Default `en`. */
  language?: string;
  /** What the merchant set. */
  apiBaseUrl?: string;
  /** Drawn in the checkout editor. */
  inEditor?: boolean;
  /** Default: the host grants `network_access`. */
  capabilities?: 'network_access'[];
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
}

/** The extension, drawn by its own entry in the tester's checkout. Removed when it goes out of scope. */
export async function drawBlock(options: BlockOptions = {}) {
  const extension = setUpExtension('purchase.checkout.block.render');
  const { translate, usedKeys } = createTranslator(options.language ?? 'en');
  const { shopify } = extension;
  shopify.i18n.translate = translate as typeof shopify.i18n.translate;
  shopify.settings.value = { api_base_url: options.apiBaseUrl ?? 'https://api.example.com' };
  shopify.extension.capabilities.value = options.capabilities ?? ['network_access'];
  // The tester's mock lacks these two, and throws where an extension reads what it lacks.
  define(shopify, 'buyerIdentity', undefined);
  define(shopify.extension, 'editor', options.inEditor ? { type: 'checkout' } : undefined);
  shopify.sessionToken.get = options.getToken ?? (async () => 'token-1');
  extension.fetch = options.fetch ?? (async () => json(200, SESSION));

  await extension.render();
  return {
    usedKeys,
    /** Lets the call and its retries run to their end. */
    settle: () => vi.advanceTimersByTimeAsync(10_000),
    heading: () => document.querySelector('s-banner')?.getAttribute('heading'),
    tone: () => document.querySelector('s-banner')?.getAttribute('tone'),
    paragraph: () => document.querySelector('s-paragraph')?.textContent,
    reference: () => document.querySelector('s-banner s-text')?.textContent,
    spinner: () => document.querySelector('s-spinner'),
    button: () => document.querySelector('s-button'),
    [Symbol.dispose]: () => extension[Symbol.dispose](),
  };
}

function define(target: object, name: string, value: unknown) {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
