/** The sandbox's own endpoints. Those under `/sandbox/` and the extension's files serve only the page, and need its key. */
export const ENDPOINTS = {
  page: '/',
  /** Every state of a block, side by side: see `GalleryHook`. */
  gallery: '/gallery',
  frame: '/frame',
  worker: '/worker.js',
  /** `?page=…&extension=…&target=…`. */
  extension: '/extension.js',
  sourceMap: '/extension.js.map',
  /** `?name=…`: a drawing of a product, or a placeholder. */
  mockImage: '/mock-image.svg',
  /** Explains a pasted token. May connect to nothing. */
  inspector: '/inspect',
  /** Documents for people: the API, the parameters of the page's URL, and the meaning of each error code. */
  apiDocs: '/docs',
  parameters: '/parameters',
  troubleshooting: '/troubleshooting',
  sessionToken: '/sandbox/session-token',
  network: '/sandbox/network',
  graphql: '/sandbox/graphql',
  /** `?page=…&exchange=…`: the whole `Authorization` header of a request. */
  authorization: '/sandbox/authorization',
  /** Newline-delimited JSON, for as long as the page is open: see `LiveEvent`. */
  events: '/sandbox/events',
} as const;

/** Header with the key of the run. The key is never in a URL, because URLs end up in logs. */
export const KEY_HEADER = 'x-sandbox-key';

/** The printed URL ends in `#key=…`. Browsers send no fragment to any server. */
export const KEY_FRAGMENT = /^#key=([\w-]{22})$/;

/** Storage of the key in the browser, so that links without a key work, such as those in bug reports. */
export const KEY_STORAGE_NAME = 'sandbox-key';

/** Each open page has an id, and therefore its own API address. */
export const isPageId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{8,64}$/.test(value);

/** Body of `POST /sandbox/session-token`. */
export interface SessionTokenRequest {
  target: string;
  customer?: string;
  /** The account logged in to POS. */
  user?: string;
  fault?: string;
  /** How far Shopify's clock is ahead of the server's. */
  skewSeconds?: number;
}

/** Its response. */
export interface SessionTokenAnswer {
  token: string;
}

export const SERVER_MODES = ['up', 'down', 'rate-limited', 'failing', 'no-cors'] as const;

export type ServerMode = (typeof SERVER_MODES)[number];

/** Body of `POST /sandbox/network?page=…`: the recording proxy's behavior from the next request on. */
export interface NetworkRequest {
  server: ServerMode;
  /** How long every request waits before it is forwarded to the server. */
  delayMs: number;
}

export const MAX_DELAY_MS = 60_000;

/** The origin from which Shopify serves extensions (Shopify, POS: "network access"). */
export const SHOPIFY_FRAME_ORIGIN = 'https://extensions.shopifycdn.com';
