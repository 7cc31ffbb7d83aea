import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import { GUEST, json, networkFailure, noAnswer, refusal } from '../fake-server.ts';
import { LOYALTY_STATES } from '../loyalty/states.ts';
import { settle } from '../queries.ts';
import { type BlockState, stateOf } from './block-state.ts';
import { type DrawBlock, SESSION_ROUTE } from './drawn-block.ts';

const noToken = () => Promise.reject(new Error('no token'));

/** Everything that the block for buyers can draw, every code of the API included. */
const EVERY_STATE: readonly BlockState[] = [
  stateOf(),
  stateOf({ [SESSION_ROUTE]: () => json(200, GUEST) }),
  ...[...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES, 'unknown'].map((code) =>
    stateOf({ [SESSION_ROUTE]: () => refusal(code, { retryable: true }) }),
  ),
  { options: { fetch: async () => new Response('') } },
  { options: { fetch: noAnswer } },
  { options: { fetch: networkFailure } },
  { options: { fetch: () => Promise.reject(new Error('not allowed')) } },
  { options: { getToken: noToken } },
  { options: { getToken: noToken, inEditor: true } },
  { options: { appUrl: '' } },
  ...LOYALTY_STATES,
];

/** Draws the block in every state, and gives the keys of all texts that were asked for. */
export async function drawEveryState(drawBlock: DrawBlock, language: string): Promise<Set<string>> {
  const usedKeys = new Set<string>();
  vi.useFakeTimers();
  for (const { options, isPressed } of EVERY_STATE) {
    using block = await drawBlock({ ...options, language });
    await settle();
    if (isPressed) document.querySelector('s-button')!.dispatchEvent(new Event('click'));
    await settle();
    for (const key of block.usedKeys) usedKeys.add(key);
  }
  vi.useRealTimers();
  return usedKeys;
}
