import {
  ENDPOINTS,
  KEY_HEADER,
  type NetworkRequest,
  type SessionTokenAnswer,
  type SessionTokenRequest,
} from '../../contract/endpoints.ts';
import type { GraphqlAnswer, GraphqlCall } from '../../contract/graphql.ts';
import { currentKey } from './run-key.ts';

/** Identifies this page to the sandbox. */
const pageId = crypto.randomUUID();

/** The URL of an endpoint, with this page's id. */
function urlOf(path: string, query: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ page: pageId, ...query })}`;
}

/** The sandbox's own endpoints. */
export const sandboxApi = {
  async mint(request: SessionTokenRequest): Promise<string> {
    const response = await post(ENDPOINTS.sessionToken, request);
    return ((await response.json()) as SessionTokenAnswer).token;
  },
  async setNetwork(request: NetworkRequest): Promise<void> {
    await post(ENDPOINTS.network, request);
  },
  async graphql(call: GraphqlCall): Promise<GraphqlAnswer> {
    const response = await post(ENDPOINTS.graphql, call);
    return (await response.json()) as GraphqlAnswer;
  },
  workerRuntime: () => text(ENDPOINTS.worker),
  extensionCode: (extension: string, target: string) =>
    text(urlOf(ENDPOINTS.extension, { extension, target })),
  sourceMap: (extension: string, target: string) => text(urlOf(ENDPOINTS.sourceMap, { extension, target })),
  /** The unshortened `Authorization` header of an exchange. */
  authorization: (exchange: number) => text(urlOf(ENDPOINTS.authorization, { exchange: String(exchange) })),
};

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', [KEY_HEADER]: currentKey() };
  return expectOk(await fetch(urlOf(path), { method: 'POST', headers, body: JSON.stringify(body) }));
}

const get = (url: string) => fetch(url, { headers: { [KEY_HEADER]: currentKey() } });

const text = async (url: string) => (await expectOk(await get(url))).text();

/** The events of this page, whatever the status. */
export const openEventStream = () => get(urlOf(ENDPOINTS.events));

async function expectOk(response: Response): Promise<Response> {
  if (!response.ok)
    throw new Error(`The sandbox returned ${response.status} for ${new URL(response.url).pathname}.`);
  return response;
}
