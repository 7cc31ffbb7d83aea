import {
  ENDPOINTS,
  type NetworkRequest,
  type SessionTokenAnswer,
  type SessionTokenRequest,
} from '../../contract/endpoints.ts';

/** The sandbox's own endpoints. */
export const sandboxApi = {
  async mint(request: SessionTokenRequest): Promise<string> {
    const response = await post(ENDPOINTS.sessionToken, request);
    return ((await response.json()) as SessionTokenAnswer).token;
  },
  async setNetwork(request: NetworkRequest): Promise<void> {
    await post(ENDPOINTS.network, request);
  },
  async script(path: typeof ENDPOINTS.worker | typeof ENDPOINTS.extension): Promise<string> {
    return (await expectOk(await fetch(path))).text();
  },
};

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return expectOk(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function expectOk(response: Response): Promise<Response> {
  if (!response.ok)
    throw new Error(`The sandbox answered ${response.status} to ${new URL(response.url).pathname}.`);
  return response;
}
