/// <reference types="@shopify/ui-extensions/pos.home.tile.render" />
import { createI18n, readLocales } from '@session-token/extension-testing';
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { vi } from 'vitest';
import { directory } from './render-modal.ts';

/** Renders the tile through its entry in the tester's POS. Disposing of the result removes it. */
export async function renderTile(internetConnected: 'Connected' | 'Disconnected', language = 'en') {
  const extension = setUpExtension('pos.home.tile.render');
  const { i18n, usedKeys } = createI18n(readLocales(directory), language);
  const { shopify } = extension;
  const presentModal = vi.fn();
  shopify.i18n = { ...shopify.i18n, ...i18n } as typeof shopify.i18n;
  shopify.action.presentModal = presentModal;
  shopify.connectivity.current = { ...shopify.connectivity.current, value: { internetConnected } };

  await extension.render();
  const tile = document.querySelector('s-tile')!;
  return { tile, usedKeys, presentModal, [Symbol.dispose]: () => extension[Symbol.dispose]() };
}
