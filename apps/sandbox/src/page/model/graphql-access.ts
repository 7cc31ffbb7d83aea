import {
  GRAPHQL_API_TITLES,
  type GraphqlApi,
  type GraphqlOutcome,
  type GraphqlRequest,
  MAX_GRAPHQL_BODY_CHARACTERS,
} from '../../contract/graphql.ts';
import { SURFACE_TITLES, type Surface } from '../../contract/surfaces.ts';

/** The APIs that each surface's extensions may query (Shopify, "Storefront API", "Customer Account API", "Direct API access"). */
const APIS_OF: Record<Surface, readonly GraphqlApi[]> = {
  checkout: ['storefront'],
  'customer-account': ['storefront', 'customer-account'],
  pos: ['admin'],
};

export interface GraphqlCaller {
  surface: Surface;
  /** `api_access` of the TOML, which only the Storefront API needs (Shopify, "Capabilities"). */
  apiAccess: boolean;
  /** Whether a customer is logged in. */
  hasCustomer: boolean;
}

/** What the host answers itself, and how the developer can change it. `undefined` if the API may answer. */
export interface HostAnswer {
  outcome: GraphqlOutcome;
  remedy: string;
}

export function hostAnswer(
  { api, version, body }: GraphqlRequest,
  caller: GraphqlCaller,
): HostAnswer | undefined {
  const title = GRAPHQL_API_TITLES[api];
  const { surface, apiAccess, hasCustomer } = caller;
  if (!APIS_OF[surface].includes(api)) {
    return {
      outcome: { name: 'TypeError', message: 'Failed to fetch' },
      remedy: `${SURFACE_TITLES[surface]} extensions cannot query the ${title}.`,
    };
  }
  if (api === 'storefront' && !apiAccess) {
    return {
      // The host's own words, as reported from checkout.
      outcome: {
        name: 'ApiAccessDeniedError',
        message:
          'Extension is not allowed to use the Storefront API; permission to use the Storefront API must be specified under [capabilities] with: "api_access = true"',
      },
      remedy: `The ${title} needs api_access = true under [extensions.capabilities] in shopify.extension.toml.`,
    };
  }
  const respond = (status: number, error: object | string) => ({
    status,
    body: JSON.stringify({ errors: error }),
    version: version ?? '',
  });
  if (api === 'customer-account' && !hasCustomer) {
    const unauthenticated = { message: 'Unauthenticated', extensions: { code: 'UNAUTHENTICATED' } };
    return {
      outcome: respond(401, [unauthenticated]),
      remedy: `The ${title} needs a logged-in customer: choose one under Buyer.`,
    };
  }
  if (body.length > MAX_GRAPHQL_BODY_CHARACTERS) {
    return {
      outcome: respond(413, 'Payload Too Large'),
      remedy: `A GraphQL request may have at most ${MAX_GRAPHQL_BODY_CHARACTERS} characters here.`,
    };
  }
  return undefined;
}
