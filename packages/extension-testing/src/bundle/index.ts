export { bundleOf, describeBundle } from './bundle-contract.ts';
export { describeBuyerWorker } from './buyer-worker-contract.ts';
export { runInWorker } from './worker.ts';
