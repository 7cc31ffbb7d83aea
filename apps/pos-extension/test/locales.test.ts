import { createTexts, describeLocales, readLocales, settle } from '@session-token/extension-testing';
import { networkFailure, noAnswer, refusal } from '@session-token/extension-testing/fake-server';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import type { DeskState } from './desk-state.ts';
import { directory, drawDesk, SESSION_ROUTE, serverOf } from './drawn-desk.ts';
import { drawTile } from './drawn-tile.ts';
import { LOYALTY_STATES } from './loyalty/states.ts';

const EVERY_STATE: readonly DeskState[] = [
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) => ({
    routes: { [SESSION_ROUTE]: () => refusal(code, { retryable: true }) },
  })),
  { routes: { [SESSION_ROUTE]: networkFailure } },
  { routes: { [SESSION_ROUTE]: noAnswer } },
  { routes: { [SESSION_ROUTE]: () => Promise.reject(new Error('not allowed')) } },
  { routes: { [SESSION_ROUTE]: () => new Response('') } },
  { options: { staffMemberId: undefined } },
  { options: { getToken: async () => undefined } },
  { options: { getToken: () => Promise.reject(new Error('no token')) } },
  { options: { appUrl: '' } },
  ...LOYALTY_STATES,
];

async function drawEveryState(language: string): Promise<Iterable<string>> {
  const texts = createTexts(readLocales(directory), language).i18n;
  const usedKeys = new Set<string>();
  vi.useFakeTimers();
  for (const { options, routes, use } of EVERY_STATE) {
    using desk = await drawDesk({ cartCustomerId: 7, fetch: serverOf(routes).fetch, ...options, language });
    await settle();
    await use?.(texts);
    for (const key of desk.usedKeys) usedKeys.add(key);
  }
  for (const connection of ['Connected', 'Disconnected'] as const) {
    using tile = await drawTile(connection, language);
    for (const key of tile.usedKeys) usedKeys.add(key);
  }
  vi.useRealTimers();
  return usedKeys;
}

describeLocales({ directory, drawEveryState });
