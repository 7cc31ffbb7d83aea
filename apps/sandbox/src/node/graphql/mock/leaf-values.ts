import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { itemTypeOf } from './connections.ts';
import { isFields, type Value } from './mock-node.ts';
import { Money } from './money.ts';
import type { RecordContext } from './record-context.ts';
import { makeValue, type ValuePlace } from './values.ts';

/** A known value in the form that its type needs, or a made-up one. The developer's values are kept as they are. */
export function leafValue(
  type: GraphQLLeafType,
  value: Value | undefined,
  place: ValuePlace,
  context: RecordContext,
): unknown {
  if (value?.data instanceof Money) return value.data.as(type, context.scene.currency);
  if (value?.isGiven) {
    // A metafield's JSON value can be written as JSON.
    return type.name === 'String' && typeof value.data === 'object' ? JSON.stringify(value.data) : value.data;
  }
  return value && fits(type, value.data) ? value.data : makeValue(type, place, context);
}

/** Whether a value can be returned for a type. */
export function fits(type: GraphQLOutputType, value: unknown): boolean {
  const nullable = getNullableType(type);
  if (value === null) return nullable === type;
  if (isListType(nullable)) {
    return Array.isArray(value) && value.every((item) => fits(nullable.ofType as GraphQLOutputType, item));
  }
  if (!isLeafType(nullable)) return isObjectType(nullable) && !itemTypeOf(nullable) && isFields(value);
  try {
    nullable.serialize(value);
    return nullable.name === 'JSON' || typeof value !== 'object';
  } catch {
    return false;
  }
}
