import type { GraphqlApi, GraphqlOutcome, GraphqlRequest } from '../contract/graphql.ts';

/** Sends a GraphQL request to the page. */
export type SendGraphql = (request: GraphqlRequest) => Promise<GraphqlOutcome>;

/**
 * Both spellings that Shopify documents, `shopify:admin/api/graphql.json` and
 * `shopify://storefront/api/2026-07/graphql.json`; without `.json`, as public extensions write it; and
 * `shopify:customer-accounts/customer/api/2025-10/graphql` of Shopify's own reference app for subscriptions.
 */
const GRAPHQL_URL =
  /^shopify:(?:\/\/)?(storefront|customer-account(?:s\/customer)?|admin)\/api\/(?:([\w-]+)\/)?graphql(?:\.json)?$/;

/**
 * Answers a `fetch` of a `shopify:` URL, which never reaches the network. Needs no session token: Shopify
 * authenticates the request.
 * @throws TypeError for another URL of the protocol, as for a URL that the browser cannot load.
 */
export async function fetchShopify({ href }: URL, request: Request, send: SendGraphql): Promise<Response> {
  const [, name, version] = GRAPHQL_URL.exec(href) ?? [];
  const api = name?.replace('customer-accounts/customer', 'customer-account');
  if (!api) throw new TypeError(`Failed to fetch: ${href} is not a GraphQL API of Shopify.`);
  if (request.method !== 'POST') return respond(405, '{"errors":"Method Not Allowed"}');
  const body = await request.text();
  const outcome = await untilAborted(
    send({ api: api as GraphqlApi, ...(version && { version }), body }),
    request.signal,
  );
  if ('name' in outcome) throw toError(outcome);
  return respond(outcome.status, outcome.body, { 'x-shopify-api-version': outcome.version });
}

const respond = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });

const toError = ({ name, message }: { name: string; message: string }) =>
  name === 'TypeError' ? new TypeError(message) : Object.assign(new Error(message), { name });

function untilAborted<Result>(pending: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    pending.then(resolve, reject);
  });
}
