export { type AppConfig, findApp } from './app-config.ts';
export { type BundleOutcome, bundleExtension } from './bundle.ts';
export { discoverExtensions, type FoundExtension, type OtherExtension } from './discover.ts';
export type { ExtensionSource } from './extension-entries.ts';
export { findExtensions } from './find-extensions.ts';
export type { ExtensionManifest } from './manifest.ts';
export { type BundleProblem, BundleProblemError } from './problem.ts';
export { watchExtension } from './watch.ts';
