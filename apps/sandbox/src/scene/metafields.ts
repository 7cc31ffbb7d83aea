import { Type } from 'typebox';
import { list, object, optional, text, type ValueOf } from './schema.ts';

export const METAFIELD_SCHEMA = object({
  namespace: text(undefined, 255),
  key: Type.String({ minLength: 1, maxLength: 64 }),
  value: text(undefined, 65_536),
  type: text('Such as `single_line_text_field` or `json`.', 255),
});
export type Metafield = ValueOf<typeof METAFIELD_SCHEMA>;

const OWNERS = ['customer', 'product', 'shop', 'shopUser', 'variant', 'company', 'companyLocation', 'cart'];

const APP_METAFIELD_SCHEMA = object({
  target: object({ type: Type.Enum(OWNERS), id: text() }),
  metafield: object({ ...METAFIELD_SCHEMA.properties, valueType: optional(text()) }),
});

export const APP_METAFIELDS_SCHEMA = list(APP_METAFIELD_SCHEMA, 'Metafields of the shop: `appMetafields`.');

/** The older `valueType` of a metafield's type. */
export function valueTypeOf(type: string): string {
  if (type === 'boolean') return 'boolean';
  if (type === 'number_integer' || type === 'integer') return 'integer';
  if (type === 'number_decimal') return 'float';
  return /json|^list\.|money|rich_text/.test(type) ? 'json_string' : 'string';
}
