import { GRAPHQL_APIS, type GraphqlApi } from '../../contract/graphql.ts';
import { isFields } from './mock/mock-node.ts';
import type { Fields } from './mock/record-context.ts';

/**
 * The developer's data for an operation. A key of `fixtures` is a root field, such as `customer`, or the name of an
 * operation, whose data has the shape of its response. A key that names an API, such as `admin`, has the same keys
 * for that API alone. The more specific data wins; objects are merged.
 */
export function fixturesOf(fixtures: Fields, api: GraphqlApi, operationName: string | undefined): Fields {
  const common = Object.fromEntries(
    Object.entries(fixtures).filter(([key]) => !GRAPHQL_APIS.some((name) => name === key)),
  );
  const own = fixtures[api];
  return [common, isFields(own) ? own : {}].reduce<Fields>((merged, layer) => {
    const { [operationName ?? '']: operation, ...rootFields } = layer;
    return merge(merge(merged, rootFields), operation ?? {}) as Fields;
  }, {});
}

function merge(base: unknown, over: unknown): unknown {
  if (!isFields(base) || !isFields(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) merged[name] = merge(base[name], value);
  return merged;
}
