import {
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type ConnectionItem, isFields, type Value } from './mock-node.ts';

type Args = Record<string, unknown>;

/** The type of a connection's items; `undefined` for any other type. */
export function itemTypeOf(type: GraphQLNamedType): GraphQLNamedType | undefined {
  if (!isObjectType(type)) return undefined;
  const { edges, nodes, pageInfo } = type.getFields();
  if (!pageInfo || !(edges || nodes)) return undefined;
  if (nodes) return getNamedType(nodes.type);
  const node = (getNamedType(edges!.type) as GraphQLObjectType).getFields().node;
  return node && getNamedType(node.type);
}

/** The developer's items: a list, or the connection as a response has it. `undefined`: the mock shop's items. */
export function givenItems({ data }: Value): unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isFields(data)) return undefined;
  if (Array.isArray(data.nodes)) return data.nodes;
  return Array.isArray(data.edges)
    ? data.edges.map((edge: unknown) => (isFields(edge) && 'node' in edge ? edge.node : edge))
    : undefined;
}

/**
 * The fields of the page of `items` that the arguments ask for (Shopify, "Paginating results with GraphQL").
 * @throws GraphQLError if a connection that needs `first` or `last` has neither.
 */
export function pageOf(items: readonly ConnectionItem[], args: Args, needsLength: boolean) {
  const { first, last, after, before } = args as Record<string, unknown>;
  if (needsLength && first == null && last == null) {
    throw new GraphQLError('you must provide one of first or last', { extensions: { code: 'BAD_REQUEST' } });
  }
  const from = typeof after === 'string' ? indexOf(after) + 1 : 0;
  const to = typeof before === 'string' ? Math.max(indexOf(before), from) : items.length;
  const range = items.slice(from, to);
  const start = typeof last === 'number' && first == null ? Math.max(range.length - last, 0) : 0;
  const page = range.slice(start, typeof first === 'number' ? Math.max(first, 0) : undefined);
  const firstIndex = from + start;
  const cursors = page.map((_, index) => cursorOf(firstIndex + index));
  return {
    nodes: page,
    edges: page.map((node, index) => ({ cursor: cursors[index], node })),
    pageInfo: {
      hasNextPage: firstIndex + page.length < items.length,
      hasPreviousPage: firstIndex > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: items.length,
  };
}

const cursorOf = (index: number) => Buffer.from(`item:${index}`).toString('base64url');

/** The index of a cursor; -1 for any other text. */
function indexOf(cursor: string): number {
  const [, index] = /^item:(\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return index === undefined ? -1 : Number(index);
}
