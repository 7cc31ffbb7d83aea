import type { ExtensionManifest } from '../contract/extension-state.ts';
import type {
  IntentQuery,
  IntentResponse,
  NativeScreen,
  PhotoOptions,
  PinPad,
  PrintJob,
} from '../contract/host-views.ts';
import type { InterceptAnswer } from '../contract/intercept-answer.ts';
import type { Surface } from '../contract/surfaces.ts';
import type { UrlState } from '../contract/url-state.ts';
import type { Members, StorageOperation } from '../contract/worker-contract.ts';
import type { Scene } from '../scene/scene.ts';

/**
 * The part of one API of the host that runs in the page. The types of a target decide which of its members the target
 * gets.
 */
export interface Api {
  /** Computes values from the controls and the scene. Runs in the page, again whenever one of them changes. */
  values?(input: ApiInput): Members;
  /**
   * Functions by path that run in the page: they change the scene or the page. A function of the same path in the
   * worker calls them, unless `src/worker/apis` has another function for the path.
   */
  host?: Readonly<Record<string, HostFunction>>;
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

export type SurfaceApis = Record<Surface, readonly Api[]>;
