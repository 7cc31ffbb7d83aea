import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { vi } from 'vitest';
import {
  GUEST,
  INVITATION,
  json,
  MEMBER,
  NEW_MEMBER,
  networkFailure,
  noAnswer,
  refusal,
} from '../fake-server.ts';
import { settle } from '../queries.ts';
import {
  type BlockOptions,
  type DrawBlock,
  JOIN_ROUTE,
  LOYALTY_ROUTE,
  SESSION_ROUTE,
  serverOf,
} from './drawn-block.ts';

/** A state of the block: how it is drawn, and whether its button has been pressed. */
interface BlockState {
  options: BlockOptions;
  isPressed?: boolean;
}

const stateOf = (...routes: Parameters<typeof serverOf>): BlockState => ({
  options: { fetch: serverOf(...routes).fetch },
});
const memberWith = (changes: object) =>
  stateOf({ [LOYALTY_ROUTE]: () => json(200, { ...MEMBER, ...changes }) });
const join = (welcomePoints: number, answer: () => Response | Promise<Response>): BlockState => ({
  ...stateOf({
    [LOYALTY_ROUTE]: () => json(200, { ...INVITATION, welcomePoints }),
    [JOIN_ROUTE]: answer,
  }),
  isPressed: true,
});
const joinAndGet = (creditedPoints: number) =>
  join(50, () => json(201, { creditedPoints, account: NEW_MEMBER }));
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
  { options: { apiBaseUrl: '' } },
  memberWith({ balance: 1 }),
  memberWith({ entries: [{ ...MEMBER.entries[1], kind: 'unknown' }] }),
  join(1, noAnswer),
  join(50, networkFailure),
  joinAndGet(0),
  joinAndGet(1),
  joinAndGet(50),
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
