export { bundleOf, testBundle } from './bundle-contract.ts';
export { runInWorker, type SignalClass } from './worker.ts';
