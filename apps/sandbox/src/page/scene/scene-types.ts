import type { ExtensionManifest } from '../../contract/extension-state.ts';
import type { UrlState } from '../../contract/url-state.ts';
import type { SignalValues } from '../../contract/worker-contract.ts';

export interface SceneInput {
  target: string;
  state: UrlState;
  manifest: ExtensionManifest;
  networkAccess: boolean;
  scriptUrl: string;
}

/** What an extension finds in its `shopify` global, functions aside. */
export interface Scene {
  /** By path; each may change while the extension runs. */
  signals: SignalValues;
  constants: Record<string, unknown>;
}
