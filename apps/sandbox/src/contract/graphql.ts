import type { Scene } from '../scene/scene.ts';

/** The GraphQL APIs of Shopify that an extension can query without a token. */
export const GRAPHQL_APIS = ['storefront', 'customer-account', 'admin'] as const;

export type GraphqlApi = (typeof GRAPHQL_APIS)[number];

export const GRAPHQL_API_TITLES: Record<GraphqlApi, string> = {
  storefront: 'Storefront API',
  'customer-account': 'Customer Account API',
  admin: 'Admin API',
};

/** A GraphQL request of an extension, as its worker passes it to the page. */
export interface GraphqlRequest {
  api: GraphqlApi;
  /** `2026-07` or `unstable`. Default: the extension's API version. */
  version?: string;
  /** The HTTP body: JSON with `query`, `variables` and `operationName`. */
  body: string;
}

/** The response that the worker gives to the extension. */
export interface GraphqlResponse {
  /** HTTP status. GraphQL errors have 200, as at Shopify. */
  status: number;
  /** JSON. */
  body: string;
  /** The API version that the response is from. */
  version: string;
}

/** The host rejects a request before it reaches the API. The worker throws an error with these properties. */
export interface GraphqlRejection {
  name: string;
  message: string;
}

export type GraphqlOutcome = GraphqlResponse | GraphqlRejection;

/** Body of `POST /sandbox/graphql?page=…`. */
export interface GraphqlCall extends GraphqlRequest {
  version: string;
  /** The mock shop, with the developer's own data. */
  scene: Scene;
  /** The number of the logged-in customer, or of the customer in the cart in POS. */
  customer?: string;
}

/** The sandbox's response to a `GraphqlCall`. */
export interface GraphqlAnswer extends GraphqlResponse {
  /** `query GetProduct`, `mutation`. */
  operation: string;
  /** Mistakes of the extension, for the page. */
  warnings: string[];
  /** What the developer may want to know about the data. */
  notes: string[];
}

/** Maximum length of a request's body. Shopify documents none. */
export const MAX_GRAPHQL_BODY_CHARACTERS = 256 * 1024;

interface FinishedQuery {
  /** HTTP status; absent if the host rejected the request. */
  status?: number;
  hasErrors: boolean;
  durationMs: number;
  response: string;
  notes: readonly string[];
}

/** A GraphQL request of the extension, for the network log. */
export interface GraphqlExchange {
  /** Counts the GraphQL requests of this page. */
  id: number;
  /** The newest request to the app's server when this one was sent. */
  after: number;
  api: GraphqlApi;
  version: string;
  /** `query GetProduct`. */
  operation: string;
  query: string;
  /** JSON; empty without variables. */
  variables: string;
  startedAtMs: number;
  /** Absent while it is pending. */
  finished?: FinishedQuery;
}
