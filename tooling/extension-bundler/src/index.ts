export { type BundleOutcome, bundleExtension } from './bundle.ts';
export { findExtensions } from './find-extensions.ts';
export type { ExtensionManifest } from './manifest.ts';
export type { BundleProblem } from './problem.ts';
export { watchExtension } from './watch.ts';
