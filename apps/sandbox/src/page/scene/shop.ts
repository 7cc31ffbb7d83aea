/** The made-up shop: what the page shows is what the `shopify` global says. */
import type { ExtensionManifest } from '../../contract/extension-state.ts';
import type { UrlState } from '../../contract/url-state.ts';

export const SHOP = {
  id: 'gid://shopify/Shop/1',
  name: 'Sandbox Supply',
  myshopifyDomain: 'sandbox.myshopify.com',
  storefrontUrl: 'https://sandbox.myshopify.com',
};

export const CURRENCY = 'USD';
export const TIMEZONE = 'America/New_York';

export const BUYER = { firstName: 'Robin', lastName: 'Hale', email: 'robin@example.com' };

export const ADDRESS = {
  firstName: BUYER.firstName,
  lastName: BUYER.lastName,
  address1: '48 Harbor Street',
  city: 'Portland',
  zip: '04101',
  provinceCode: 'ME',
  countryCode: 'US',
};

export const ORDER = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  confirmationNumber: 'SBX4F8K2P',
  processedAt: '2026-11-23T15:04:05Z',
};

/** The device and the people at it, in POS. */
export const POS_DEVICE = { locationId: 3, deviceId: 7, posVersion: '10.24.0', shopId: 1 };

export const money = (amount: number) => ({ amount, currencyCode: CURRENCY });

export const dollars = (amount: number) =>
  amount.toLocaleString('en-US', { style: 'currency', currency: CURRENCY });

/** The buyer's language that the state asks for. */
export const languageOf = (state: UrlState, manifest: ExtensionManifest) =>
  state.language ?? manifest.locales.defaultLanguage ?? 'en';
