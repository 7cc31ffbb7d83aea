import { createI18n, readLocales, settle, testLocales } from '@session-token/extension-testing';
import { errorResponse, networkFailure, noResponse } from '@session-token/extension-testing/fake-server';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import { LOYALTY_STATES } from './loyalty/states.ts';
import { directory, type ModalState, renderModal, SESSION_ROUTE, serverOf } from './render-modal.ts';
import { renderTile } from './render-tile.ts';

const ALL_STATES: readonly ModalState[] = [
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) => ({
    routes: { [SESSION_ROUTE]: () => errorResponse(code, { retryable: true }) },
  })),
  { routes: { [SESSION_ROUTE]: networkFailure } },
  { routes: { [SESSION_ROUTE]: noResponse } },
  { routes: { [SESSION_ROUTE]: () => Promise.reject(new Error('not allowed')) } },
  { routes: { [SESSION_ROUTE]: () => new Response('') } },
  { options: { staffMemberId: undefined } },
  { options: { getToken: async () => undefined } },
  { options: { getToken: () => Promise.reject(new Error('no token')) } },
  { options: { appUrl: '' } },
  ...LOYALTY_STATES,
];

async function renderAllStates(language: string): Promise<Iterable<string>> {
  const texts = createI18n(readLocales(directory), language).i18n;
  const usedKeys = new Set<string>();
  vi.useFakeTimers();
  for (const { options, routes, use } of ALL_STATES) {
    using modal = await renderModal({
      cartCustomerId: 7,
      fetch: serverOf(routes).fetch,
      ...options,
      language,
    });
    await settle();
    await use?.(texts);
    for (const key of modal.usedKeys) usedKeys.add(key);
  }
  for (const connection of ['Connected', 'Disconnected'] as const) {
    using tile = await renderTile(connection, language);
    for (const key of tile.usedKeys) usedKeys.add(key);
  }
  vi.useRealTimers();
  return usedKeys;
}

testLocales({ directory, renderAllStates });
