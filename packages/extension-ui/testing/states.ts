import { settle } from '@session-token/extension-testing';
import {
  errorResponse,
  GUEST,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import { LOYALTY_STATES } from './loyalty/states.ts';
import { type BlockState, type RenderBlock, SESSION_ROUTE, stateOf } from './render-block.ts';

const noToken = () => Promise.reject(new Error('no token'));

/** Each is rendered in a live store and in development, where it shows advice. */
const FAILURES: readonly BlockState[] = [
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) =>
    stateOf({ [SESSION_ROUTE]: () => errorResponse(code, { retryable: true }) }),
  ),
  { options: { fetch: async () => new Response('') } },
  { options: { fetch: noResponse } },
  { options: { fetch: networkFailure } },
  { options: { fetch: () => Promise.reject(new Error('not allowed')) } },
  { options: { getToken: noToken } },
  { options: { appUrl: '' } },
];

/** Every state of the block, with every error code of the API. */
const ALL_STATES: readonly BlockState[] = [
  stateOf(),
  stateOf({ [SESSION_ROUTE]: () => json(200, GUEST) }),
  { options: { getToken: noToken, isEditor: true } },
  ...FAILURES,
  ...FAILURES.map(({ options }) => ({ options: { ...options, isDevelopment: true } })),
  ...LOYALTY_STATES,
];

/** Renders the block in every state, and returns the keys of all texts that it translated. */
export async function renderAllStates(renderBlock: RenderBlock, language: string): Promise<Set<string>> {
  const usedKeys = new Set<string>();
  vi.useFakeTimers();
  for (const { options, isClicked } of ALL_STATES) {
    using block = await renderBlock({ ...options, language });
    await settle();
    if (isClicked) document.querySelector('s-button')!.dispatchEvent(new Event('click'));
    await settle();
    for (const key of block.usedKeys) usedKeys.add(key);
  }
  vi.useRealTimers();
  return usedKeys;
}
