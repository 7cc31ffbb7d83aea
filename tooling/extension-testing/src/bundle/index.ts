export { bundleOf, describeBundle } from './bundle-contract.ts';
export { describeBuyerBundle } from './buyer-bundle-contract.ts';
export { runInWorker } from './worker.ts';
