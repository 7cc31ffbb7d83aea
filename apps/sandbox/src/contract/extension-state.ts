import type { BundleProblem, ExtensionManifest } from '@session-token/extension-bundler';

export type { BundleProblem, ExtensionManifest };

/** What the sandbox knows of one of the extensions that it runs. */
export interface ExtensionState {
  /** The name of its folder, which differs from that of all others. */
  id: string;
  /** Counts the builds that succeeded: a page runs the newest. 0: none yet. */
  revision: number;
  /** Of the newest build that succeeded. */
  built?: BuiltExtension;
  /** Why the newest build failed; empty when it succeeded. */
  problems: readonly BundleProblem[];
}

export interface BuiltExtension {
  manifest: ExtensionManifest;
  bytes: number;
  /** With Brotli at quality 11, as the Shopify CLI counts. */
  compressedBytes: number;
}

/** What Shopify refuses at deploy (compressed; "Checkout UI extensions", 2025-10). */
export const COMPRESSED_LIMIT_BYTES = 64 * 1024;
