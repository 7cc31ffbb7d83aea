import type { Type } from 'ts-morph';
import type { PropertyKind } from './element-schema.ts';

/** The kind of values that a property's type takes. */
export function kindOf(type: Type): PropertyKind {
  const kinds = new Set((type.isUnion() ? type.getUnionTypes() : [type]).map(kindOfOne));
  return kinds.size === 1 ? [...kinds][0]! : 'any';
}

function kindOfOne(type: Type): PropertyKind {
  if (type.isBoolean() || type.isBooleanLiteral()) return 'boolean';
  if (type.isNumber() || type.isNumberLiteral()) return 'number';
  if (type.isString() || type.isStringLiteral() || type.isTemplateLiteral()) return 'string';
  if (type.isArray() || type.isReadonlyArray() || type.isTuple()) return 'array';
  if (type.getCallSignatures().length > 0) return 'function';
  // `string & {}`, the idiom that keeps editors suggesting the literals of a union.
  if (type.isIntersection()) {
    const parts = type.getIntersectionTypes();
    if (parts.some((part) => part.isString())) return 'string';
    if (parts.some((part) => part.isNumber())) return 'number';
  }
  return type.isObject() ? 'object' : 'any';
}
