import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { echoOf } from './arguments.ts';
import { concreteType } from './concrete-type.ts';
import { givenItems, itemTypeOf, pageOf } from './connections.ts';
import { parseGid } from './gid.ts';
import { fits, leafValue } from './leaf-values.ts';
import { mockItems } from './mock-items.ts';
import { ConnectionItem, isFields, type MockContext, type MockNode, type Value } from './mock-node.ts';
import { Money } from './money.ts';
import { mutate } from './mutations.ts';
import { idOf } from './object-id.ts';
import type { Args, Place } from './place.ts';
import type { Fields } from './record-context.ts';
import { recordOf } from './records.ts';
import { isUsuallyAbsent } from './values.ts';

/** Lists that are empty in a shop in normal operation. */
const USUALLY_EMPTY =
  /errors$|^(warnings|alerts|translations|refunds|returns|disputes|duties|taxLines)$|discount|attributes$|giftCards$|metafields$/i;

/** Resolves every field: the developer's data, what the shop is known to have, or a made-up value. */
export const resolveField: GraphQLFieldResolver<MockNode, MockContext> = (node, args, context, info) => {
  context.spend();
  const { fieldName, parentType, schema, path } = info;
  const seed = `${node.seed}.${fieldName}${Object.keys(args).length > 0 ? JSON.stringify(args) : ''}`;
  const place: Place = { context, info, node, args, seed };
  if (parentType === schema.getMutationType()) return resolveMutation(place);
  const value = knownValue(node, String(path.key), fieldName) ?? metafieldValue(place);
  if (value === undefined && isUsuallyAbsent(fieldName) && !isNonNullType(info.returnType)) return null;
  return complete(info.returnType, value, place);
};

/** A field by its alias, which only the developer's data may use, or by its name. */
function knownValue({ given, known, record }: MockNode, alias: string, name: string): Value | undefined {
  for (const key of [alias, name]) {
    if (given && Object.hasOwn(given, key)) return { data: given[key], isGiven: true };
  }
  for (const fields of [known, record?.() ?? {}]) {
    if (Object.hasOwn(fields, name)) return { data: fields[name], isGiven: false };
  }
  return undefined;
}

/** Metafields exist only once they are set, as in a real shop. */
function metafieldValue({ context, info, node, args }: Place): Value | undefined {
  if (getNamedType(info.returnType).name !== 'Metafield' || !node.id) return undefined;
  const find = ({ namespace = '$app', key }: Args): unknown => {
    const at = { ownerId: node.id!, namespace: String(namespace), key: String(key) };
    const found = context.state.metafield(at);
    if (!found) context.note(`${node.typeName} has no metafield ${at.namespace}.${at.key}.`);
    return found ?? null;
  };
  if (typeof args.key === 'string') return { data: find(args), isGiven: false };
  const { identifiers } = args;
  return Array.isArray(identifiers) ? { data: identifiers.map(find), isGiven: false } : undefined;
}

function resolveMutation(place: Place): unknown {
  const { context, info, node, args, seed } = place;
  const payload = getNamedType(info.returnType);
  if (!isObjectType(payload)) return complete(info.returnType, undefined, place);
  const known = mutate(context, info.fieldName, payload, args);
  const own = knownValue(node, String(info.path.key), info.fieldName);
  if (own?.data === null) return null;
  const echo = echoOf(payload, args);
  return { typeName: payload.name, seed, known: { ...echo, ...known }, ...givenOf(own) } satisfies MockNode;
}

function complete(type: GraphQLOutputType, value: Value | undefined, place: Place): unknown {
  if (isNonNullType(type)) {
    // Only the developer's own data can violate the schema; a warning says so.
    return complete(type.ofType, value?.isGiven || value?.data != null ? value : undefined, place);
  }
  if (value?.data instanceof ConnectionItem) {
    return complete(type, value.data.value, { ...place, args: {}, seed: value.data.seed });
  }
  if (value?.data === null) return null;
  if (isListType(type)) return completeList(type.ofType, value, place);
  if (isLeafType(type)) {
    const { context, node, info } = place;
    const made = leafValue(
      type,
      value,
      { parent: node.typeName, field: info.fieldName, seed: place.seed },
      context,
    );
    if (typeof made === 'string') context.spend(made.length);
    return made;
  }
  const concrete = isAbstractType(type) ? concreteType(type, value, place) : type;
  return concrete ? completeObject(concrete, value, place) : null;
}

function completeList(itemType: GraphQLOutputType, value: Value | undefined, place: Place): unknown {
  const { info, args, seed } = place;
  const itemPlace = (index: number) => ({ ...place, args: {}, seed: `${seed}.${index}` });
  if (value && Array.isArray(value.data)) {
    return value.data.map((data, index) => complete(itemType, { ...value, data }, itemPlace(index)));
  }
  if (value?.isGiven) return value.data;
  if (Array.isArray(args.ids)) {
    return args.ids.map((id, index) => complete(itemType, undefined, { ...itemPlace(index), args: { id } }));
  }
  if (USUALLY_EMPTY.test(info.fieldName)) return [];
  if (Array.isArray(args.names)) {
    return args.names.map((name, index) =>
      complete(itemType, { data: { name }, isGiven: false }, itemPlace(index)),
    );
  }
  const named = getNamedType(itemType);
  const isListed = isAbstractType(named) || (isObjectType(named) && named.getFields().id);
  if (!isListed) return [complete(itemType, undefined, itemPlace(0))];
  const values = mockItems(named.name, place).slice(0, typeof args.first === 'number' ? args.first : 3);
  return values.map((data, index) => complete(itemType, { data, isGiven: false }, itemPlace(index)));
}

function completeObject(type: GraphQLObjectType, value: Value | undefined, place: Place): MockNode | null {
  const itemType = itemTypeOf(type);
  if (itemType) return completeConnection(type, itemType.name, value, place);
  const { context, args } = place;
  if (value?.data instanceof Money) {
    const known = value.data.as(type, context.scene.currency);
    return { typeName: type.name, seed: place.seed, known: isFields(known) ? known : {} };
  }
  const own = isFields(value?.data) ? value.data : {};
  const echo = echoOf(type, args);
  const id = type.getFields().id ? idOf(type.name, { ...echo, ...own }, place) : undefined;
  if (id === null) return null;
  let record: Fields | undefined;
  const written = id === undefined ? {} : fitting(type, context.state.written(id));
  return {
    typeName: type.name,
    seed: id ?? place.seed,
    ...(id !== undefined && { id }),
    ...givenOf(value),
    known: {
      ...titleOf(type, echo),
      ...echo,
      ...(value?.isGiven ? {} : own),
      ...written,
      ...(id !== undefined && { id }),
    },
    record: () => (record ??= recordOf(context, type.name, parseGid(id)?.id ?? '')),
  };
}

/** A title that belongs to a handle: `new-arrivals` is "New arrivals". Products have their own. */
function titleOf({ name }: GraphQLObjectType, { handle }: Fields): Fields {
  if (typeof handle !== 'string' || name === 'Product') return {};
  const words = handle.replaceAll('-', ' ');
  return { title: words.charAt(0).toUpperCase() + words.slice(1) };
}

function completeConnection(
  type: GraphQLObjectType,
  itemType: string,
  value: Value | undefined,
  place: Place,
): MockNode {
  const { context, info, node, args, seed } = place;
  const own = value && givenItems(value);
  const isGiven = own !== undefined && value!.isGiven;
  const items =
    own ??
    (itemType === 'Metafield' ? context.state.metafieldsOf(node.id ?? '') : mockItems(itemType, place));
  // Pages of one list, whatever their size, have the same items.
  const { first, last, after, before, ...others } = args;
  const listSeed = `${node.seed}.${info.fieldName}${JSON.stringify(others)}`;
  const list = items.map((data, index) => new ConnectionItem(`${listSeed}.${index}`, { data, isGiven }));
  const needsLength = info.parentType.getFields()[info.fieldName]!.args.some(({ name }) => name === 'first');
  const known = pageOf(list, args, needsLength);
  return { typeName: type.name, seed, known, ...givenOf(value && !own ? value : undefined) };
}

/** The written fields that fit the type's own: inputs may have other types under the same name. */
const fitting = (type: GraphQLObjectType, written: Fields = {}): Fields =>
  Object.fromEntries(
    Object.entries(written).filter(([name, value]) => {
      const field = type.getFields()[name];
      return field && fits(field.type, value);
    }),
  );

const givenOf = (value: Value | undefined): Pick<MockNode, 'given'> =>
  value?.isGiven && isFields(value.data) ? { given: value.data } : {};

export const resolveType: GraphQLTypeResolver<MockNode, MockContext> = ({ typeName }) => typeName;
