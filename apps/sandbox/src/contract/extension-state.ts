import type { BundleProblem, ExtensionManifest } from '@session-token/extension-bundler';
import type { ScenePatch } from '../scene/scene.ts';

export type { BundleProblem, ExtensionManifest };

/** The state of one extension. */
export interface ExtensionState {
  /** Unique: the name of its folder, with more of its path or its handle if several have that name. */
  id: string;
  /** The number of successful builds: a page runs the newest. */
  revision: number;
  /** The newest successful build. */
  built?: BuiltExtension;
  /** Why the newest build failed; empty when it succeeded. */
  problems: readonly BundleProblem[];
  /** The developer's own data, from `scene.json` next to the manifest. */
  scene?: ScenePatch;
}

export interface BuiltExtension {
  manifest: ExtensionManifest;
  /** Problems that do not keep the extension from running. */
  warnings: readonly BundleProblem[];
  bytes: number;
  /** With Brotli at quality 11, as the Shopify CLI measures it. */
  compressedBytes: number;
}

/** Shopify rejects larger bundles at deploy (compressed; "Checkout UI extensions", 2025-10). */
export const COMPRESSED_LIMIT_BYTES = 64 * 1024;
