import type { ExtensionManifest } from '@session-token/extension-bundler';
import type { UrlState } from '../contract/url-state.ts';
import { type AccountScene, DEFAULT_ACCOUNT } from './account.ts';
import { type Address, DEFAULT_BUYER, DEFAULT_SHOP, type Person, type Shop } from './buyer-and-shop.ts';
import { type Cart, DEFAULT_CART } from './cart.ts';
import { DEFAULT_DISCOUNT_CODES, type DiscountCode } from './discount-codes.ts';
import { DEFAULT_ORDER, type Order } from './order.ts';
import { DEFAULT_POS, type PosScene } from './pos.ts';
import { DEFAULT_PRODUCTS, type Product } from './products.ts';

/**
 * The data of the mock shop: what the page shows and the `shopify` global contains. Immutable: a write of an
 * extension makes a new scene.
 */
export interface Scene {
  shop: Shop;
  /** ISO 4217. */
  currency: string;
  /** IANA time zone. */
  timezone: string;
  market: { id: string; handle: string };
  /** The buyer in checkout, and the customer if one is logged in. */
  buyer: Person;
  shippingAddress: Address;
  billingAddress: Address;
  cart: Cart;
  products: readonly Product[];
  discountCodes: readonly DiscountCode[];
  order: Order;
  account: AccountScene;
  pos: PosScene;
  /** Members of the `shopify` global by path, such as `cost.totalAmount`. They win over everything else. */
  members: Readonly<Record<string, unknown>>;
  /** Data of the GraphQL APIs, by root field or operation: see `fixturesOf`. It wins over made-up data. */
  graphql: Readonly<Record<string, unknown>>;
}

export const DEFAULT_SCENE: Scene = {
  ...DEFAULT_SHOP,
  ...DEFAULT_BUYER,
  cart: DEFAULT_CART,
  products: DEFAULT_PRODUCTS,
  discountCodes: DEFAULT_DISCOUNT_CODES,
  order: DEFAULT_ORDER,
  account: DEFAULT_ACCOUNT,
  pos: DEFAULT_POS,
  members: {},
  graphql: {},
};

/** A part of a scene, as a developer writes it. Objects are merged with the default scene; arrays replace. */
export type ScenePatch = { [Name in keyof Scene]?: unknown };

/** The scene that a run starts with: the default one, the developer's changes, and the Quantity control. */
export function initialScene({ quantity }: Pick<UrlState, 'quantity'>, patch: ScenePatch = {}): Scene {
  const scene = merge(DEFAULT_SCENE, patch) as Scene;
  return quantity === undefined ? scene : withQuantity(scene, quantity);
}

/** Sets the quantity of the cart's first line; 0 removes the line. */
export function withQuantity(scene: Scene, quantity: number): Scene {
  const [first, ...others] = scene.cart.lines;
  if (!first) return scene;
  const lines = quantity > 0 ? [{ ...first, quantity }, ...others] : others;
  return { ...scene, cart: { ...scene.cart, lines } };
}

function merge(base: unknown, patch: unknown): unknown {
  if (!isRecord(base) || !isRecord(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(patch)) merged[name] = merge(base[name], value);
  return merged;
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

/** An amount as the page shows it. */
export const formatMoney = ({ currency }: Pick<Scene, 'currency'>, amount: number) =>
  amount.toLocaleString('en-US', { style: 'currency', currency });
