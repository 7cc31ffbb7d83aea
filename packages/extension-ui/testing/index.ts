export { testLoyalty } from './loyalty/contract.ts';
export { MEMBER } from './loyalty/fixtures.ts';
export { type BlockOptions, SESSION_ROUTE, serverOf } from './render-block.ts';
export { testSession } from './session-contract.ts';
export { renderAllStates } from './states.ts';
