import type { ExtensionManifest } from '@session-token/extension-bundler';
import { Type } from 'typebox';
import { Default } from 'typebox/value';
import type { UrlState } from '../contract/url-state.ts';
import { ACCOUNT_SCHEMA, DEFAULT_ACCOUNT } from './account.ts';
import { AUTOCOMPLETE_SCHEMA, DEFAULT_AUTOCOMPLETE } from './autocomplete.ts';
import {
  ADDRESS_SCHEMA,
  BUYER_SCHEMA,
  COMPANY_SCHEMA,
  DEFAULT_BUYER,
  DEFAULT_SHOP,
  MARKET_SCHEMA,
  SHOP_SCHEMA,
} from './buyer-and-shop.ts';
import { CART_SCHEMA, type CartLine, DEFAULT_CART, GIFT_CARD_SCHEMA, LINE_SCHEMA } from './cart.ts';
import { CHECKOUT_SCHEMA, DEFAULT_CHECKOUT, DEFAULT_PAYMENT, PAYMENT_SCHEMA } from './checkout.ts';
import { DEFAULT_DELIVERY, DELIVERY_SCHEMA } from './delivery.ts';
import { DEFAULT_DISCOUNT_CODES, DISCOUNT_CODE_SCHEMA } from './discount-codes.ts';
import { APP_METAFIELDS_SCHEMA } from './metafields.ts';
import { DEFAULT_ORDER, ORDER_SCHEMA } from './order.ts';
import { DEFAULT_POS, POS_SCHEMA } from './pos.ts';
import { DEFAULT_PRIVACY, PRIVACY_SCHEMA } from './privacy.ts';
import { DEFAULT_PRODUCTS, PRODUCT_SCHEMA } from './products.ts';
import { list, object, optional, text, type ValueOf } from './schema.ts';

export const SCENE_SCHEMA = object({
  shop: SHOP_SCHEMA,
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, such as `EUR`.' }),
  timezone: text('IANA, such as `Europe/Paris`.'),
  market: MARKET_SCHEMA,
  buyer: BUYER_SCHEMA,
  company: optional(COMPANY_SCHEMA),
  shippingAddress: ADDRESS_SCHEMA,
  billingAddress: ADDRESS_SCHEMA,
  cart: CART_SCHEMA,
  delivery: DELIVERY_SCHEMA,
  payment: PAYMENT_SCHEMA,
  checkout: CHECKOUT_SCHEMA,
  privacy: PRIVACY_SCHEMA,
  autocomplete: AUTOCOMPLETE_SCHEMA,
  metafields: APP_METAFIELDS_SCHEMA,
  products: list(PRODUCT_SCHEMA, 'The products of the shop.'),
  discountCodes: list(DISCOUNT_CODE_SCHEMA, 'The discount codes of the shop.'),
  giftCards: list(GIFT_CARD_SCHEMA, 'The gift cards of the shop.'),
  order: ORDER_SCHEMA,
  account: ACCOUNT_SCHEMA,
  pos: POS_SCHEMA,
  graphql: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Data of the GraphQL APIs, by root field or operation. It wins over made-up data.',
  }),
  members: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'Members of the `shopify` global by path, such as `cost.totalAmount`. They win over everything else.',
  }),
});

/**
 * The data of the mock shop: what the page shows and the `shopify` global contains. Immutable: a write of an
 * extension makes a new scene.
 */
export type Scene = ValueOf<typeof SCENE_SCHEMA>;

export const DEFAULT_SCENE: Scene = {
  ...DEFAULT_SHOP,
  ...DEFAULT_BUYER,
  cart: DEFAULT_CART,
  delivery: DEFAULT_DELIVERY,
  payment: DEFAULT_PAYMENT,
  checkout: DEFAULT_CHECKOUT,
  privacy: DEFAULT_PRIVACY,
  autocomplete: DEFAULT_AUTOCOMPLETE,
  metafields: [],
  products: DEFAULT_PRODUCTS,
  discountCodes: DEFAULT_DISCOUNT_CODES,
  giftCards: [],
  order: DEFAULT_ORDER,
  account: DEFAULT_ACCOUNT,
  pos: DEFAULT_POS,
  graphql: {},
  members: {},
};

/** A part of a scene, as a developer writes it. Objects are merged with the default scene; arrays replace. */
export type ScenePatch = { [Name in keyof Scene]?: unknown };

/** The scene that a run starts with: the default one, the developer's changes, and the Quantity control. */
export function initialScene({ quantity }: Pick<UrlState, 'quantity'>, patch: ScenePatch = {}): Scene {
  const scene = complete(merge(DEFAULT_SCENE, patch) as Scene);
  return quantity === undefined ? scene : withQuantity(scene, quantity);
}

/** Fills in what the developer's lines and products leave out. */
const complete = (scene: Scene): Scene => ({
  ...scene,
  cart: {
    ...scene.cart,
    lines: scene.cart.lines.map(
      (line: Partial<CartLine>, index) =>
        Default(LINE_SCHEMA, { id: index + 1, ...structuredClone(line) }) as CartLine,
    ),
  },
  products: Default(
    SCENE_SCHEMA.properties.products,
    structuredClone(scene.products),
  ) as unknown as Scene['products'],
});

/** Sets the quantity of the cart's first line; 0 removes the line. */
export function withQuantity(scene: Scene, quantity: number): Scene {
  const [first, ...others] = scene.cart.lines;
  if (!first) return scene;
  const lines = quantity > 0 ? [{ ...first, quantity }, ...others] : others;
  return { ...scene, cart: { ...scene.cart, lines } };
}

function merge(base: unknown, patch: unknown): unknown {
  if (!isRecord(base) || !isRecord(patch)) return patch;
  const merged = Object.entries(patch).map(([name, value]) => [
    name,
    merge(Object.hasOwn(base, name) ? base[name] : undefined, value),
  ]);
  return { ...base, ...Object.fromEntries(merged) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The buyer's language: the URL's, else the extension's default. */
export const languageOf = (state: UrlState, manifest: ExtensionManifest) =>
  state.language ?? manifest.locales.defaultLanguage ?? 'en';

/** An amount as `shopify` has it (`Money`). */
export const money = ({ currency }: Pick<Scene, 'currency'>, amount: number) => ({
  amount,
  currencyCode: currency,
});
