import { type GraphQLAbstractType, type GraphQLObjectType, Kind } from 'graphql';
import { parseGid } from './gid.ts';
import { isFields, type Value } from './mock-node.ts';
import type { Place } from './place.ts';

/** Chooses the type of an interface or a union: the ID's, or the first that the query has a fragment for. */
export function concreteType(
  type: GraphQLAbstractType,
  value: Value | undefined,
  { info, args }: Place,
): GraphQLObjectType | undefined {
  const possible = info.schema.getPossibleTypes(type);
  const byName = (name: unknown) => possible.find((candidate) => candidate.name === name);
  const data = isFields(value?.data) ? value.data : {};
  const gid = parseGid(data.id ?? args.id);
  if (typeof data.__typename === 'string') return byName(data.__typename) ?? possible[0];
  if (gid && (args.id !== undefined || byName(gid.type))) return byName(gid.type);
  const conditions = info.fieldNodes
    .flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
    .map((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value;
      return selection.kind === Kind.FRAGMENT_SPREAD
        ? info.fragments[selection.name.value]?.typeCondition.name.value
        : undefined;
    });
  return (
    conditions.map(byName).find(Boolean) ?? byName('ProductVariant') ?? byName('CartLine') ?? possible[0]
  );
}
