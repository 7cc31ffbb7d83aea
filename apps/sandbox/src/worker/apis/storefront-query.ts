import type { GraphqlOutcome } from '../../contract/graphql.ts';
import type { CreateMembers } from './api-context.ts';

interface QueryOptions {
  variables?: Record<string, unknown>;
  version?: string;
}

/** `shopify.query()`: the Storefront API. */
export const createStorefrontQuery: CreateMembers = ({ graphql }) => ({
  async query(query: string, { variables, version }: QueryOptions = {}) {
    const body = JSON.stringify({ query, variables });
    const outcome = await graphql({ api: 'storefront', ...(version && { version }), body });
    return resultOf(outcome);
  },
});

/** The `data` and `errors` of a response. Throws what the host rejects the call with. */
function resultOf(outcome: GraphqlOutcome): { data?: unknown; errors?: unknown[] } {
  if ('name' in outcome) throw Object.assign(new Error(outcome.message), { name: outcome.name });
  const { data, errors } = JSON.parse(outcome.body);
  // A status other than 200 comes with one text instead of a list.
  return { data, ...(errors && { errors: Array.isArray(errors) ? errors : [{ message: String(errors) }] }) };
}
