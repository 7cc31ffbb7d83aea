const AT_SECONDS = 1_000;

const commonSession = {
  shop: 'sandbox.myshopify.com',
  tokenId: 'token-1',
  issuedAt: AT_SECONDS,
  expiresAt: AT_SECONDS + 300,
  claims: {
    dest: 'sandbox.myshopify.com',
    aud: 'client',
    exp: AT_SECONDS + 300,
    nbf: AT_SECONDS,
    iat: AT_SECONDS,
    jti: 'token-1',
  },
};

export const GUEST = { kind: 'buyer' as const, ...commonSession };
export const CUSTOMER = { ...GUEST, customerId: '7' };
export const STAFF = { kind: 'staff', ...commonSession, userId: '42', sessionId: 'session-1' };

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

interface ErrorResponseOptions {
  /** Default 401. */
  status?: number;
  /** Default false. */
  retryable?: boolean;
  headers?: Record<string, string>;
}

export const errorResponse = (
  code: string,
  { status = 401, retryable = false, headers }: ErrorResponseOptions = {},
) => json(status, { code, message: 'for the developer', requestId: 'req-1', retryable }, headers);

export const networkFailure = () => Promise.reject(new TypeError('Failed to fetch'));
export const noResponse = () => new Promise<never>(() => {});

type Respond = (request: SentRequest) => Response | Promise<Response>;

/** Responses by method and path, such as `GET /api/session-token`. */
export type FakeRoutes = Readonly<Record<string, Respond>>;

export interface SentRequest {
  route: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Creates a server with the given routes. Any other request throws. */
export function fakeServer(routes: FakeRoutes) {
  const requests: SentRequest[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const request = {
      route: `${init.method ?? 'GET'} ${new URL(url).pathname}`,
      url,
      headers: init.headers as Record<string, string>,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    requests.push(request);
    const respond = routes[request.route];
    if (!respond) throw new Error(`${request.route} was not expected`);
    return respond(request);
  };
  return { fetch, requests, requestsTo: (route: string) => requests.filter((sent) => sent.route === route) };
}
