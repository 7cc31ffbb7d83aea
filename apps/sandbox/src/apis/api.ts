import type { ExtensionManifest } from '../contract/extension-state.ts';
import type { GraphqlOutcome, GraphqlRequest } from '../contract/graphql.ts';
import type {
  IntentQuery,
  IntentResponse,
  NativeScreen,
  PhotoOptions,
  PinPad,
  PrintJob,
} from '../contract/host-views.ts';
import type { InterceptAnswer } from '../contract/intercept.ts';
import type { Surface } from '../contract/surfaces.ts';
import type { UrlState } from '../contract/url-state.ts';
import type { I18nSettings, NavigationEntry, StorageOperation } from '../contract/worker-contract.ts';
import type { Scene } from '../scene/scene.ts';

/** Members of the `shopify` global by path: `buyerIdentity.customer`. `window.` starts a global of the worker. */
export type Members = Record<string, unknown>;

/** One API of the host. The types of a target decide which of its members the target gets. */
export interface Api {
  /** Computes values from the controls and the scene. Runs in the page, again whenever one of them changes. */
  values?(input: ApiInput): Members;
  /**
   * Functions by path that run in the page: they change the scene or the page. The worker's function of the
   * same path calls them; if `create` has that path, too, it calls them with `context.call`.
   */
  host?: Readonly<Record<string, HostFunction>>;
  /** Creates what must live in the worker: callbacks, accessors, functions that return at once. Once per start. */
  create?(context: ApiContext): Members;
  /** Whether the page shows the calls of `host`, with their arguments and results. Never set it for secrets. */
  isLogged?: boolean;
  /** Functions that resolve without any effect. */
  inert?: readonly string[];
}

/** The input of `values`. */
export interface ApiInput {
  target: string;
  state: UrlState;
  scene: Scene;
  manifest: ExtensionManifest;
  networkAccess: boolean;
  scriptUrl: string;
}

export interface NavigateOptions {
  /** Cloneable. */
  state?: unknown;
  history?: 'auto' | 'push' | 'replace';
}

/** Receives the arguments that the extension passed, unchecked: the worker runs foreign code. */
export type HostFunction = (context: HostContext, ...args: never[]) => unknown;

/** The page, for the functions in `host`. */
export interface HostContext {
  target: string;
  state: UrlState;
  /** The scene as it is now. */
  scene: Scene;
  /** Changes the scene, the page and the signals of every running extension. */
  updateScene(change: (scene: Scene) => Scene): void;
  /** Sends an event to the APIs of every running extension; `detail` must be cloneable. */
  emit(event: string, detail?: unknown): void;
  /** The token, or `undefined` if this account may not use the app. Throws if no token is available. */
  sessionToken(): Promise<string | undefined>;
  storage(operation: StorageOperation): unknown;
  /** Restarts the extension. */
  rerun(): void;
  showToast(text: string): void;
  /** Changes the page's controls, and with them its URL. `undefined` resets a control. */
  setControls(changes: Partial<Record<keyof UrlState, unknown>>): void;
  presentModal(): Promise<void>;
  closeModal(): void;
  /** Follows a link of the extension, such as `extension:/settings` (customer accounts). */
  followLink(url: string, options?: NavigateOptions): void;
  /** Changes the state of the current history entry (customer accounts). */
  updateEntry(state: unknown): void;
  /** Shows a workflow of Shopify's; resolves when the customer has ended it. */
  openIntent(query: IntentQuery): Promise<IntentResponse>;
  /** Receives what the interceptors of an extension decided about the buyer's journey. */
  answerIntercept(answer: InterceptAnswer): void;
  /** Opens another screen of the modal that the extension runs in. */
  navigate(url: string, state: unknown): Promise<void>;
  goBack(): void;
  showNativeScreen(screen: NativeScreen): void;
  openPinPad(pinPad: PinPad): void;
  showPrintJob(job: PrintJob): void;
  takePhoto(options: PhotoOptions): Promise<unknown>;
}

/** The input of `create`. */
export interface ApiContext {
  target: string;
  i18n: I18nSettings;
  /** Signals by path, in the class that the extension uses. For values that only the worker knows. */
  signals: {
    at(path: string): { value: unknown; subscribe(listener: (value: unknown) => void): () => void };
    update(changes: Members): void;
  };
  /** Listens to an event that the page sends with `HostContext.emit`. */
  on(event: string, listener: (detail: unknown) => void): void;
  /** The screen that the worker runs. */
  entry: NavigationEntry;
  /** The extension's own `fetch`. */
  fetch: typeof fetch;
  /** Calls a function of `host`. */
  call(path: string, ...args: unknown[]): Promise<unknown>;
  /** Sends a GraphQL request to the page. */
  graphql(request: GraphqlRequest): Promise<GraphqlOutcome>;
  /** Shows a message in the page. */
  report(message: string): void;
}

export type SurfaceApis = Record<Surface, readonly Api[]>;
