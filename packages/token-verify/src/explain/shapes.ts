/** The form of a claim's value: a closed set, which contains no part of a value. */
export type Shape =
  | 'absent'
  | 'null'
  | 'boolean'
  | 'seconds'
  | 'number'
  | 'list'
  | 'object'
  | 'empty'
  | 'text'
  | (typeof TEXT_SHAPES)[number][0];

const SHOP = '[a-z0-9][a-z0-9-]{0,62}\\.myshopify\\.com';

/** Tried in this order. Each expression matches the whole text. */
const TEXT_SHAPES = [
  ['digits', /^[0-9]+$/],
  ['uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['hex', /^[0-9a-f]{16,}$/i],
  ['customer-gid', /^gid:\/\/shopify\/Customer\/[0-9]+$/],
  ['other-gid', /^gid:\/\//],
  ['shop', new RegExp(`^${SHOP}$`)],
  ['shop-url', new RegExp(`^https://${SHOP}$`)],
  ['shop-admin-url', new RegExp(`^https://${SHOP}/admin$`)],
  ['shop-checkouts-url', new RegExp(`^https://${SHOP}/checkouts$`)],
  ['other-shop-url', new RegExp(`^https://${SHOP}/`)],
  ['other-url', /^[a-z]+:\/\//i],
] as const;

/** Times from 2001 to 2286 in seconds. */
const isSeconds = (value: number) => Number.isInteger(value) && value >= 1e9 && value < 1e10;

/** Returns the form of a value. */
export function shapeOf(value: unknown): Shape {
  switch (typeof value) {
    case 'undefined':
      return 'absent';
    case 'boolean':
      return 'boolean';
    case 'number':
      return isSeconds(value) ? 'seconds' : 'number';
    case 'string':
      if (value === '') return 'empty';
      return TEXT_SHAPES.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
    default:
      if (value === null) return 'null';
      return Array.isArray(value) ? 'list' : 'object';
  }
}
