import { type BlockState, stateOf } from '../buyer-block/block-state.ts';
import { json, networkFailure, noAnswer } from '../fake-server.ts';
import { INVITATION, MEMBER, NEW_MEMBER } from './fixtures.ts';
import { JOIN_ROUTE, LOYALTY_ROUTE } from './routes.ts';

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

/** What the block for buyers can draw of the loyalty programme, but for the balance of `MEMBER`. */
export const LOYALTY_STATES: readonly BlockState[] = [
  memberWith({ balance: 1 }),
  memberWith({ entries: [{ ...MEMBER.entries[1], kind: 'unknown' }] }),
  join(1, noAnswer),
  join(50, networkFailure),
  joinAndGet(0),
  joinAndGet(1),
  joinAndGet(50),
];
