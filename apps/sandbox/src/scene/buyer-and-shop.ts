import { Type } from 'typebox';
import { amount, flag, object, optional, text, type ValueOf } from './schema.ts';

export const SHOP_SCHEMA = object({
  id: text(),
  name: text(),
  myshopifyDomain: text(),
  storefrontUrl: text(),
  locale: text("The shop's default language."),
});

export const BUYER_SCHEMA = object(
  {
    firstName: text(),
    lastName: text(),
    email: text(),
    phone: optional(text()),
    acceptsEmailMarketing: flag(),
    acceptsSmsMarketing: flag(),
    ordersCount: Type.Integer({ minimum: 0 }),
    imageUrl: text(),
    storeCredit: optional(amount('The balance of a store credit account.')),
  },
  'The buyer in checkout, and the customer if one is logged in.',
);
export type Buyer = ValueOf<typeof BUYER_SCHEMA>;

const BUSINESS = object({ id: text(), name: text(), externalId: optional(text()) });
export const COMPANY_SCHEMA = object(
  { company: BUSINESS, location: BUSINESS },
  'The company that the customer buys for (B2B): `purchasingCompany` of `buyerIdentity` and `authenticatedAccount`.',
);
export type Company = ValueOf<typeof COMPANY_SCHEMA>;

export const ADDRESS_SCHEMA = object({
  name: optional(text(undefined, 255)),
  firstName: optional(text(undefined, 255)),
  lastName: optional(text(undefined, 255)),
  company: optional(text(undefined, 255)),
  address1: optional(text(undefined, 255)),
  address2: optional(text(undefined, 255)),
  city: optional(text(undefined, 255)),
  zip: optional(text(undefined, 255)),
  provinceCode: optional(text(undefined, 255)),
  countryCode: optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, two letters.' })),
  phone: optional(text(undefined, 255)),
  oneTimeUse: optional(flag()),
});
/** `MailingAddress` of the types. */
export type Address = ValueOf<typeof ADDRESS_SCHEMA>;

export const MARKET_SCHEMA = object({ id: text(), handle: text() });

export const DEFAULT_SHOP = {
  shop: {
    id: 'gid://shopify/Shop/1',
    name: 'Sandbox Supply',
    myshopifyDomain: 'sandbox.myshopify.com',
    storefrontUrl: 'https://sandbox.myshopify.com',
    locale: 'en',
  },
  currency: 'USD',
  timezone: 'America/New_York',
  market: { id: 'gid://shopify/Market/1', handle: 'us' },
};

/** The customer number that a login uses. */
export const DEFAULT_CUSTOMER = '42';

const BUYER: Buyer = {
  firstName: 'Robin',
  lastName: 'Hale',
  email: 'robin@example.com',
  phone: '+12075550142',
  acceptsEmailMarketing: false,
  acceptsSmsMarketing: false,
  ordersCount: 3,
  imageUrl: '',
};

const ADDRESS: Address = {
  firstName: BUYER.firstName,
  lastName: BUYER.lastName,
  address1: '48 Harbor Street',
  city: 'Portland',
  zip: '04101',
  provinceCode: 'ME',
  countryCode: 'US',
};

export const DEFAULT_BUYER = { buyer: BUYER, shippingAddress: ADDRESS, billingAddress: ADDRESS };

/** An address on one line. */
export const formatAddress = ({ address1, city, provinceCode, zip }: Address) =>
  [address1, [city, provinceCode, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
