export { type BundleOptions, type BundleOutcome, bundleExtension, type ExtensionBundle } from './bundle.ts';
export { findExtensions } from './find-extensions.ts';
export type { ExtensionManifest } from './manifest.ts';
export type { BundleProblem } from './problem.ts';
export { type ExtensionWatcher, type WatchOptions, watchExtension } from './watch.ts';
