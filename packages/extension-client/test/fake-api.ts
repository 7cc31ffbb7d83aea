import { createBuyerClient, createStaffClient } from '../src/index.ts';

interface SentRequest {
  url: string;
  init: RequestInit;
  headers: Record<string, string>;
}

/** An API that sends the given responses in order. Any further request throws. */
export function createFakeApi(...responses: (Response | (() => Promise<Response>))[]) {
  const requests: SentRequest[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    requests.push({ url: String(url), init, headers: init.headers as Record<string, string> });
    const response = responses.shift();
    if (!response) throw new Error(`request ${requests.length} was not expected`);
    return response instanceof Response ? response : response();
  };
  return { fetch, requests };
}

/** Returns the tokens `token-1`, `token-2` and so on. */
export function createFakeHost() {
  let count = 0;
  return { getToken: async () => `token-${++count}` };
}

type ClientOptions = Parameters<typeof createBuyerClient>[0];

const optionsOf = (api: { fetch: typeof fetch }, options: Partial<ClientOptions>): ClientOptions => ({
  apiBaseUrl: 'https://api.example.com',
  getToken: createFakeHost().getToken,
  fetch: api.fetch,
  ...options,
});

export const clientOf = (api: { fetch: typeof fetch }, options: Partial<ClientOptions> = {}) =>
  createBuyerClient(optionsOf(api, options));

export const staffClientOf = (api: { fetch: typeof fetch }, options: Partial<ClientOptions> = {}) =>
  createStaffClient(optionsOf(api, options));
