import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { GRAPHQL_APIS } from '../../src/contract/graphql.ts';
import { createShop, schemas } from './mock-shop.ts';

/** Selects every field that needs no arguments, two levels of objects deep. */
function selectionOf(type: GraphQLObjectType, levels: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => fieldOf(type, field, levels));
  return `{ __typename ${fields.join(' ')} }`;
}

function fieldOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, levels: number): string[] {
  if (field.args.some(isRequiredArgument)) return [];
  const named = getNamedType(field.type);
  const args = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
  // Fields of the same name may differ in type between the types of a union, so each has an alias.
  const name = `${type.name}_${field.name}: ${field.name}${args}`;
  if (isLeafType(named)) return [name];
  if (levels === 0 || !isObjectType(named)) return [];
  return [`${name} ${selectionOf(named, levels - 1)}`];
}

describe.each(GRAPHQL_APIS)('%s', (api) => {
  const { schema } = schemas.find(api, '2026-07')!;
  const types = ['Shop', 'Product', 'ProductVariant', 'Customer', 'Order', 'Cart', 'Location', 'Collection'];
  const roots = Object.values(schema.getQueryType()!.getFields()).filter(
    ({ type, args }) =>
      !type.toString().startsWith('[') &&
      types.includes(getNamedType(type).name) &&
      args.every((arg) => !isRequiredArgument(arg) || arg.name === 'id'),
  );

  test.each(roots.map((root) => [root.name, root] as const))('%s resolves every field', (name, root) => {
    const type = getNamedType(root.type) as GraphQLObjectType;
    const id = root.args.some((arg) => arg.name === 'id') ? `(id: "gid://shopify/${type.name}/1")` : '';
    const { errors, data } = createShop()(`{ ${name}${id} ${selectionOf(type, 2)} }`, { api });
    expect(errors).toBeUndefined();
    expect(data[name]).toMatchObject({ __typename: type.name });
  });
});
