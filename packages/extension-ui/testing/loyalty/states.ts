import { json, networkFailure, noResponse } from '@session-token/extension-testing/fake-server';
import { type BlockState, stateOf } from '../render-block.ts';
import { INVITATION, MEMBER, NEW_MEMBER } from './fixtures.ts';
import { JOIN_ROUTE, LOYALTY_ROUTE } from './routes.ts';

const memberWith = (changes: object) =>
  stateOf({ [LOYALTY_ROUTE]: () => json(200, { ...MEMBER, ...changes }) });
const join = (welcomePoints: number, respond: () => Response | Promise<Response>): BlockState => ({
  ...stateOf({
    [LOYALTY_ROUTE]: () => json(200, { ...INVITATION, welcomePoints }),
    [JOIN_ROUTE]: respond,
  }),
  isClicked: true,
});
const joinAndGet = (creditedPoints: number) =>
  join(50, () => json(201, { creditedPoints, account: NEW_MEMBER }));

/** The states of the loyalty part, besides the balance of `MEMBER`. */
export const LOYALTY_STATES: readonly BlockState[] = [
  memberWith({ balance: 1 }),
  memberWith({ entries: [{ ...MEMBER.entries[1], kind: 'unknown' }] }),
  join(1, noResponse),
  join(50, networkFailure),
  stateOf({ [LOYALTY_ROUTE]: networkFailure }),
  joinAndGet(0),
  joinAndGet(1),
  joinAndGet(50),
];
