import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/** An object without other keys: a typo in a scene is an error. */
export const object = <Properties extends TProperties>(properties: Properties, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) });

export const optional = Type.Optional;

/** A text of at most `maxLength` characters. */
export const text = (description?: string, maxLength = 5_000) =>
  Type.String({ maxLength, ...(description && { description }) });

export const flag = (description?: string) => Type.Boolean(description ? { description } : {});

/** A price, in the scene's currency. */
export const amount = (description?: string) =>
  Type.Number({ minimum: 0, maximum: 1e9, ...(description && { description }) });

/** The number at the end of an id such as `gid://shopify/Product/1`. */
export const id = (description?: string) =>
  Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, ...(description && { description }) });

export const MAX_QUANTITY = 1_000_000;

export const list = <Item extends TSchema>(item: Item, description?: string, maxItems = 500) =>
  Type.Array(item, { maxItems, ...(description && { description }) });

/** The values of a schema, which nobody changes in place. */
export type ValueOf<Schema extends TSchema> = Immutable<Static<Schema>>;

type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Immutable<Value[Name]> }
    : Value;
