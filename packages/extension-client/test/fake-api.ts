import { createBuyerClient, createStaffClient } from '../src/index.ts';

interface SentRequest {
  url: string;
  init: RequestInit;
  headers: Record<string, string>;
}

/** An API that gives the listed answers one after the other, and fails the test when asked once more. */
export function createFakeApi(...answers: (Response | (() => Promise<Response>))[]) {
  const requests: SentRequest[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    requests.push({ url: String(url), init, headers: init.headers as Record<string, string> });
    const answer = answers.shift();
    if (!answer) throw new Error(`request ${requests.length} was not expected`);
    return answer instanceof Response ? answer : answer();
  };
  return { fetch, requests };
}

/** Hands out `token-1`, `token-2` and so on. */
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
