/** Every control of the sandbox is in the URL, so that a person, a bug report and a test share one link. */
import { MAX_DELAY_MS, SERVER_MODES, type ServerMode } from './endpoints.ts';
import { TOKEN_FAULTS, type TokenFault } from './token-faults.ts';
import { type Codec, choice, integer, matching, onOff } from './url-codecs.ts';

export interface UrlState {
  /** The target to run. Default: the first target of the first extension. */
  target?: string;
  /** The extension's id, if several have the surface. Default: the first of them. */
  extension?: string;
  /** The path within a full page of the customer account. Default `/`. */
  path?: string;
  /** The number of the customer who is logged in or, in POS, in the cart. Default: a guest. */
  customer?: string;
  /** The account that is logged in to POS; the token is for this account. */
  user: string;
  /** The staff member who is pinned in to POS. Default: nobody. */
  staff?: string;
  /** The fault of the token. Default: none. */
  fault?: TokenFault;
  /** How far Shopify's clock, which dates the tokens, is ahead of the server's. Default 0. */
  skewSeconds: number;
  /** The `network_access` capability. Default: as in the extension's TOML. */
  networkAccess?: boolean;
  /** The failure of the network to the app's server. Default `up`: none. */
  server: ServerMode;
  /** How much longer each request takes. Default 0. */
  delayMs: number;
  /** Whether POS believes that it is online. Default true. */
  connected: boolean;
  /** The device that POS runs on. Default `tablet`. */
  device: DeviceKind;
  /** The id of one of the scene's POS locations. Default: the first of them. */
  location?: number;
  /** The origin of the extension's worker. Default `null`, as in Shopify's sandboxed frames. */
  origin: OriginMode;
  /** Whether the extension runs in the editor's preview. Default false. */
  editor: boolean;
  /** Whether the extension runs in a published version, as for live buyers. Default false: in development. */
  published: boolean;
  /** The position of the selected cart line or delivery option, if the target is on them. Default 1. */
  item: number;
  /** The quantity of the first product in the cart. Default: as in the scene. */
  quantity?: number;
  /** The buyer's language, as a BCP 47 tag. Default: the extension's default. */
  language?: string;
  /** Default: the system's theme. */
  theme?: Theme;
  /** The merchant's settings by the key of the field; in the URL as `setting.<key>`. */
  settings: Readonly<Record<string, string>>;
}

export const DEVICE_KINDS = ['tablet', 'phone'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** `undefined` resets a control to its default. */
export type StateChange = { [Name in keyof UrlState]?: UrlState[Name] | undefined };

export type Theme = 'light' | 'dark';

/** `local`: another port of this machine; `shopify`: https://extensions.shopifycdn.com itself. */
export const ORIGIN_MODES = ['null', 'local', 'shopify'] as const;
export type OriginMode = (typeof ORIGIN_MODES)[number];

export interface ParsedUrlState {
  state: UrlState;
  /** Unknown parameters and values, which the page shows. */
  ignored: string[];
}

export const DEFAULT_STATE: UrlState = {
  user: '91',
  skewSeconds: 0,
  server: 'up',
  delayMs: 0,
  connected: true,
  device: 'tablet',
  origin: 'null',
  editor: false,
  published: false,
  item: 1,
  settings: {},
};

const ID = /^[1-9]\d{0,19}$/;
export const MAX_SKEW_SECONDS = 86_400;
export const MAX_ITEM = 500;

type Parameters = Required<Omit<UrlState, 'settings'>>;

const PARAMETERS: { [Name in keyof Parameters]: Codec<Parameters[Name]> & { in: string } } = {
  target: { in: 'target', ...matching(/^.{1,200}$/) },
  // The id of an extension has parts of its path, and folders may have any name.
  extension: { in: 'extension', ...matching(/^\P{Cc}{1,300}$/u) },
  path: { in: 'path', ...matching(/^\/.{0,300}$/) },
  customer: { in: 'customer', ...matching(ID) },
  user: { in: 'user', ...matching(ID), format: (user) => (user === DEFAULT_STATE.user ? undefined : user) },
  staff: { in: 'staff', ...matching(ID) },
  fault: { in: 'fault', ...choice(TOKEN_FAULTS) },
  skewSeconds: { in: 'skew', ...integer(-MAX_SKEW_SECONDS, MAX_SKEW_SECONDS, DEFAULT_STATE.skewSeconds) },
  networkAccess: { in: 'network', ...onOff() },
  server: { in: 'server', ...choice(SERVER_MODES, DEFAULT_STATE.server) },
  delayMs: { in: 'delay', ...integer(0, MAX_DELAY_MS, DEFAULT_STATE.delayMs) },
  connected: { in: 'connected', ...onOff(DEFAULT_STATE.connected) },
  device: { in: 'device', ...choice(DEVICE_KINDS, DEFAULT_STATE.device) },
  location: { in: 'location', ...integer(1, 999_999_999) },
  origin: { in: 'origin', ...choice(ORIGIN_MODES, DEFAULT_STATE.origin) },
  editor: { in: 'editor', ...onOff(DEFAULT_STATE.editor) },
  published: { in: 'published', ...onOff(DEFAULT_STATE.published) },
  item: { in: 'item', ...integer(1, MAX_ITEM, DEFAULT_STATE.item) },
  quantity: { in: 'quantity', ...integer(0, 99) },
  language: { in: 'language', ...matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) },
  theme: { in: 'theme', ...choice(['light', 'dark']) },
};

/** The names in the URL, without those of settings. */
export const PARAMETER_NAMES: readonly string[] = Object.values(PARAMETERS).map((parameter) => parameter.in);

const SETTING = /^setting\.(\w{1,64})$/;

/** Reads a query such as `?customer=42&fault=audience`. */
export function parseUrlState(query: string): ParsedUrlState {
  const state: UrlState = { ...DEFAULT_STATE };
  const ignored: string[] = [];
  for (const [name, text] of new URLSearchParams(query)) {
    const setting = SETTING.exec(name)?.[1];
    const found = Object.entries(PARAMETERS).find(([, parameter]) => parameter.in === name);
    const value = found?.[1].parse(text);
    if (setting) state.settings = { ...state.settings, [setting]: text };
    else if (found && value !== undefined) Object.assign(state, { [found[0]]: value });
    else ignored.push(`${name}=${text}`);
  }
  return { state, ignored };
}

/** Returns the shortest query for this state, without defaults. `''` if nothing is set. */
export function formatUrlState(state: UrlState): string {
  const query = new URLSearchParams();
  for (const [key, parameter] of Object.entries(PARAMETERS)) {
    const value = state[key as keyof Parameters];
    const text = value === undefined ? undefined : (parameter as Codec<typeof value>).format(value);
    if (text !== undefined) query.set(parameter.in, text);
  }
  for (const [key, value] of Object.entries(state.settings)) query.set(`setting.${key}`, value);
  const text = query.toString();
  return text && `?${text}`;
}
