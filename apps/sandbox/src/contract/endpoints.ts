/** The sandbox's own endpoints. All but `page`, `frame` and `worker` are for the page alone, and need its key. */
export const ENDPOINTS = {
  page: '/',
  frame: '/frame',
  worker: '/worker.js',
  /** `?page=…&extension=…&target=…`. */
  extension: '/extension.js',
  sourceMap: '/extension.js.map',
  /** Documents for people: the API, and what a URL of the page can say. */
  apiDocs: '/docs',
  parameters: '/parameters',
  sessionToken: '/sandbox/session-token',
  network: '/sandbox/network',
  /** `?page=…&exchange=…`: the whole `Authorization` header of a request. */
  authorization: '/sandbox/authorization',
  /** Newline-delimited JSON, for as long as the page is open: see `LiveEvent`. */
  events: '/sandbox/events',
} as const;

/** Carries the key of the run, never the URL of a request: URLs end up in logs. */
export const KEY_HEADER = 'x-sandbox-key';

/** The printed URL ends in `#key=…`. Browsers send no fragment to any server. */
export const KEY_FRAGMENT = /^#key=([\w-]{22})$/;

/** Where a browser keeps it: links without a key, such as those in bug reports, work there too. */
export const KEY_STORAGE_NAME = 'sandbox-key';

/** Each open page has an id, and with it its own address of the API. */
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

/** Where Shopify serves extensions from (Shopify, POS: "network access"). */
export const SHOPIFY_FRAME_ORIGIN = 'https://extensions.shopifycdn.com';
