/** The sandbox's own endpoints. The page alone may call them: see node/request-guard.ts. */
export const ENDPOINTS = {
  page: '/',
  frame: '/frame',
  worker: '/worker.js',
  extension: '/extension.js',
  sessionToken: '/sandbox/session-token',
  network: '/sandbox/network',
  events: '/sandbox/events',
} as const;

/** Body of `POST /sandbox/session-token`. */
export interface SessionTokenRequest {
  target: string;
  customer?: string;
  fault?: string;
}

/** Its answer. */
export interface SessionTokenAnswer {
  token: string;
}

/** Body of `POST /sandbox/network`: what the recording proxy does from the next request on. */
export interface NetworkRequest {
  serverDown: boolean;
}
