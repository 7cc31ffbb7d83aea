import {
  ENDPOINTS,
  KEY_HEADER,
  type NetworkRequest,
  type SessionTokenAnswer,
  type SessionTokenRequest,
} from '../../contract/endpoints.ts';
import type { ExtensionState } from '../../contract/extension-state.ts';
import type { GraphqlAnswer, GraphqlCall } from '../../contract/graphql.ts';
import { currentKey } from './run-key.ts';

/** Creates the calls of the sandbox's own endpoints, with a new page id: the sandbox gives it an API address. */
export function createSandboxApi() {
  const pageId = crypto.randomUUID();
  /** The URL of an endpoint, with the page's id. */
  const urlOf = (path: string, query: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ page: pageId, ...query })}`;
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', [KEY_HEADER]: currentKey() };
    return expectOk(await fetch(urlOf(path), { method: 'POST', headers, body: JSON.stringify(body) }));
  };

  let network: { state: string; send: () => Promise<void> } | undefined;
  const bundles = new Map<string, { revision: number; read: () => Promise<Bundle> }>();

  return {
    async mint(request: SessionTokenRequest): Promise<string> {
      const response = await post(ENDPOINTS.sessionToken, request);
      return ((await response.json()) as SessionTokenAnswer).token;
    },
    /** Every run calls this. An unchanged network is not sent again. */
    setNetwork(request: NetworkRequest): Promise<void> {
      const state = JSON.stringify(request);
      if (network?.state !== state) {
        network = {
          state,
          send: once(async () => {
            await post(ENDPOINTS.network, request);
          }),
        };
      }
      return network.send();
    },
    async graphql(call: GraphqlCall): Promise<GraphqlAnswer> {
      const response = await post(ENDPOINTS.graphql, call);
      return (await response.json()) as GraphqlAnswer;
    },
    /** As a blob, which each start passes to the worker's frame without copying it. */
    workerRuntime: once(async () => (await expectOk(await get(ENDPOINTS.worker))).blob()),
    /** The newest bundle with its source map, read once per build (`revision`). Its code contains the page's API address. */
    bundle({ id, revision }: Pick<ExtensionState, 'id' | 'revision'>, target: string): Promise<Bundle> {
      const key = `${id} ${target}`;
      const known = bundles.get(key);
      if (known?.revision === revision) return known.read();
      const query = { extension: id, target };
      const read = once(async () => {
        const [code, sourceMap] = await Promise.all([
          text(urlOf(ENDPOINTS.extension, query)),
          text(urlOf(ENDPOINTS.sourceMap, query)),
        ]);
        return { code, sourceMap };
      });
      bundles.set(key, { revision, read });
      return read();
    },
    /** The unshortened `Authorization` header of an exchange. */
    authorization: (exchange: number) => text(urlOf(ENDPOINTS.authorization, { exchange: String(exchange) })),
    /** Opens the page's event stream, whatever the status. After a reconnect, the page may have another API address and network. */
    openEventStream(): Promise<Response> {
      network = undefined;
      bundles.clear();
      return get(urlOf(ENDPOINTS.events));
    },
  };
}

export interface Bundle {
  code: string;
  sourceMap: string;
}

export type SandboxApi = ReturnType<typeof createSandboxApi>;

/** Returns a function that keeps the first result. Calls at the same time share one request; a failure is not kept. */
function once<Value>(call: () => Promise<Value>): () => Promise<Value> {
  let result: Promise<Value> | undefined;
  return () => {
    result ??= call().catch((error) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}

const get = (url: string) => fetch(url, { headers: { [KEY_HEADER]: currentKey() } });

const text = async (url: string) => (await expectOk(await get(url))).text();

async function expectOk(response: Response): Promise<Response> {
  if (!response.ok)
    throw new Error(`The sandbox returned ${response.status} for ${new URL(response.url).pathname}.`);
  return response;
}
