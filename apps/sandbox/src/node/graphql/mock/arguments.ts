import { GraphQLError, type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { parseGid } from './gid.ts';
import { isFields } from './mock-node.ts';
import type { Fields } from './record-context.ts';

type Args = Record<string, unknown>;

/** Types whose IDs name no other type. */
const EXACT = new Set(['Product', 'ProductVariant', 'Order', 'Customer', 'Collection', 'DraftOrder']);

/**
 * The arguments that are fields of the returned object: `product(handle: "cup")` returns the handle `cup`. Looks
 * into input objects, such as `identifier: { handle }`.
 */
export function echoOf(type: GraphQLObjectType, args: Args): Fields {
  const fields = type.getFields();
  const all = [args, ...Object.values(args).filter(isFields)];
  const named = all
    .flatMap((values) => Object.entries(values))
    .filter(([name, value]) => {
      const field = fields[name];
      return (
        field &&
        isLeafType(getNamedType(field.type)) &&
        ['string', 'number', 'boolean'].includes(typeof value)
      );
    });
  return Object.fromEntries(named);
}

/**
 * The ID that the arguments ask for. `null`: no object of this type has it.
 * @throws GraphQLError if it is not an ID, as Shopify answers a bare number.
 */
export function askedId(typeName: string, { id }: Fields): string | undefined | null {
  if (id === undefined) return undefined;
  const gid = parseGid(id);
  if (!gid) {
    const extensions = { code: 'argumentLiteralsIncompatible', typeName: 'CoercionError' };
    throw new GraphQLError(`Invalid global id '${String(id).slice(0, 100)}'`, { extensions });
  }
  return EXACT.has(typeName) && gid.type !== typeName ? null : String(id);
}

/** The terms of a search: `sku:K-1 title:"Stoneware cup"` (Shopify, "API search syntax"). */
export function searchTerms(query: unknown): Map<string, string> {
  const terms = String(query ?? '').matchAll(/([\w.]+):(?:"([^"]*)"|'([^']*)'|([^\s()]+))/g);
  return new Map(
    [...terms].map(([, name, ...values]) => [name!, values.find((value) => value !== undefined)!]),
  );
}
