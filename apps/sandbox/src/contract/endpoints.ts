/** The sandbox's own endpoints. The page alone may call them: see node/page-server/request-guard.ts. */
export const ENDPOINTS = {
  page: '/',
  frame: '/frame',
  worker: '/worker.js',
  /** `?page=…&extension=…&target=…`. */
  extension: '/extension.js',
  sessionToken: '/sandbox/session-token',
  network: '/sandbox/network',
  /** `?page=…&exchange=…`: what was sent in `Authorization`, unshortened. */
  authorization: '/sandbox/authorization',
  events: '/sandbox/events',
} as const;

/** Every open page has a name of its own, and with it an address of the API that no other page uses. */
export const isPageId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{8,64}$/.test(value);

/** Body of `POST /sandbox/session-token`. */
export interface SessionTokenRequest {
  target: string;
  customer?: string;
  /** The account that is logged in to POS. */
  user?: string;
  fault?: string;
  /** How far Shopify's clock is ahead of the server's. */
  skewSeconds?: number;
}

/** Its answer. */
export interface SessionTokenAnswer {
  token: string;
}

export const SERVER_MODES = ['up', 'down', 'rate-limited', 'failing', 'no-cors'] as const;

export type ServerMode = (typeof SERVER_MODES)[number];

/** Body of `POST /sandbox/network?page=…`: what the recording proxy does from the next request on. */
export interface NetworkRequest {
  server: ServerMode;
  /** How long every request waits before it goes on to the server. */
  delayMs: number;
}

export const MAX_DELAY_MS = 60_000;

/** Where Shopify serves extensions from (Shopify, POS: "network access"). */
export const SHOPIFY_FRAME_ORIGIN = 'https://extensions.shopifycdn.com';
