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

interface RefusalOptions {
  /** Default 401. */
  status?: number;
  /** Default false. */
  retryable?: boolean;
  headers?: Record<string, string>;
}

export const refusal = (code: string, { status = 401, retryable = false, headers }: RefusalOptions = {}) =>
  json(status, { code, message: 'for the developer', requestId: 'req-1', retryable }, headers);

export const networkFailure = () => Promise.reject(new TypeError('Failed to fetch'));
export const noAnswer = () => new Promise<never>(() => {});

type Answer = (request: SentRequest) => Response | Promise<Response>;

/** Answers by method and path, such as `GET /api/session-token`. */
export type FakeRoutes = Readonly<Record<string, Answer>>;

export interface SentRequest {
  route: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A server of the listed routes; any other request fails as one that nobody expects. */
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
    const answer = routes[request.route];
    if (!answer) throw new Error(`${request.route} was not expected`);
    return answer(request);
  };
  return { fetch, requests, requestsTo: (route: string) => requests.filter((sent) => sent.route === route) };
}
