export { describeLoyalty } from '../loyalty/contract.ts';
export { type BlockOptions, SESSION_ROUTE, serverOf } from './drawn-block.ts';
export { describeSession } from './session-contract.ts';
export { drawEveryState } from './states.ts';
