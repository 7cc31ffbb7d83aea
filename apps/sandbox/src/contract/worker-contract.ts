import type { RemoteConnection } from '@remote-dom/core';
import type { ApiMembers } from '../schema/api-schema.ts';
import type { ElementSchema } from '../schema/element-schema.ts';
import type { ExtensionManifest } from './extension-state.ts';
import type { GraphqlOutcome, GraphqlRequest } from './graphql.ts';
import type { NetworkPolicy } from './network-policy.ts';
import type { Surface } from './surfaces.ts';

/** The functions that the worker exposes to the page, over a MessagePort. */
export interface WorkerApi {
  /**
   * Sets up the `shopify` global, evaluates the bundle, and returns the targets that it registered. `tables` is
   * `TargetTables` as JSON: the port serializes thousands of values one by one, which takes longer than parsing a text.
   */
  load(start: Omit<ExtensionStart, keyof TargetTables>, tables: string): Promise<string[]>;
  /** Calls the extension registered for `target`; `connection` receives its tree. */
  render(target: string, connection: RemoteConnection): Promise<void>;
  /** Calls an extension that renders nothing, and returns its result. */
  run(target: string): Promise<unknown>;
  /** Changes signals of the `shopify` global. */
  update(signals: Members): Promise<void>;
  /** Calls the listeners that an API in the worker has for an event of the page (`ApiContext.on`). */
  emit(event: string, detail: unknown): Promise<void>;
  /** Resolves once the extension waits for no call, response or body. Timers do not count. */
  idle(): Promise<void>;
  facts(): Promise<WorkerFacts>;
}

/** The functions that the page exposes to the worker. */
export interface HostApi {
  /** Calls a function of an API that runs in the page (`Api.host`), by its path under `shopify`. */
  call(path: string, args: unknown[]): Promise<unknown>;
  /** `shopify.query()`, and a `fetch` of a `shopify:` URL. */
  graphql(request: GraphqlRequest): Promise<GraphqlOutcome>;
  report(problem: WorkerProblem): Promise<void>;
}

/** Sent to every worker of a POS extension when its storage has changed, with the changed entries. */
export const STORAGE_CHANGE = 'storagechange';

export type StorageOperation =
  | { name: 'read' | 'delete'; key: string }
  | { name: 'write'; key: string; value: unknown }
  | { name: 'clear' | 'entries' };

/** Members of the `shopify` global by path: `buyerIdentity.customer`. `window.` starts a global of the worker. */
export type Members = Record<string, unknown>;

/** What the types give a target. */
export interface TargetTables {
  /** The elements that the target may use. */
  elements: Record<string, ElementSchema>;
  /** The members of the `shopify` global that the target has. */
  members: ApiMembers;
}

export interface ExtensionStart extends TargetTables {
  surface: Surface;
  target: string;
  code: string;
  /** The source map of `code`, for the browser's developer tools. */
  sourceMap?: string;
  scriptUrl: string;
  networkAccess: boolean;
  network: WorkerNetwork;
  /** The paths of the functions that run in the page (`Api.host`). */
  hostFunctions: readonly string[];
  /** The values of the members that are not functions. */
  values: Members;
  i18n: I18nSettings;
  /** The screen to run. */
  entry: NavigationEntry;
}

/** One screen in the history of a POS modal. */
export interface NavigationEntry {
  key: string;
  /** `null` for the first screen. */
  url: string | null;
  state?: unknown;
}

/** Sent by the page when the current entry of a worker changes. */
export interface EntryChange {
  from: NavigationEntry;
  to: NavigationEntry;
  /** Absent in POS. */
  navigationType?: NavigationType;
}

export type NavigationType = 'push' | 'replace' | 'traverse';

export interface WorkerNetwork {
  /** The only address that the worker can reach: the app's address for it, and the way to all others. */
  proxyOrigin: string;
  policy: NetworkPolicy;
}

export interface I18nSettings {
  locales: ExtensionManifest['locales'];
  /** The buyer's language. */
  language: string;
  /** The shop's default language. */
  shopLanguage: string;
  currency: string;
  timezone: string;
}

/** The worker's own view of where it runs. */
export interface WorkerFacts {
  origin: string;
  isSecureContext: boolean;
  /** Globals of a page that are missing here. */
  missing: string[];
}

/** An error that the extension threw, or a mistake that it made. */
export interface WorkerProblem {
  message: string;
  stack?: string;
  /** The extension keeps running without what the message names. */
  isWarning?: boolean;
}
