import type { ExtensionManifest } from '../contract/extension-state.ts';
import type { Surface } from '../contract/surfaces.ts';
import type { UrlState } from '../contract/url-state.ts';
import type { HostApi, I18nSettings } from '../contract/worker-contract.ts';

/** Members of the `shopify` global by path: `buyerIdentity.customer`. `window.` starts a global of the worker. */
export type Members = Record<string, unknown>;

/** One API of the host. The types of a target decide which of its members the target gets. */
export interface Api {
  /** Computes values from the controls. Runs in the page, again whenever a control changes. */
  values?(input: ApiInput): Members;
  /** Creates what cannot be sent to a worker, mostly functions. Runs in the worker, once per start. */
  create?(context: ApiContext): Members;
  /** Created functions that resolve without any effect. */
  inert?: readonly string[];
}

/** The input of `values`. */
export interface ApiInput {
  target: string;
  state: UrlState;
  manifest: ExtensionManifest;
  networkAccess: boolean;
  scriptUrl: string;
}

/** The input of `create`. */
export interface ApiContext {
  target: string;
  host: HostApi;
  i18n: I18nSettings;
  report(message: string): void;
}

export type SurfaceApis = Record<Surface, readonly Api[]>;
