export interface Shop {
  id: string;
  name: string;
  myshopifyDomain: string;
  storefrontUrl: string;
  /** The shop's default language. */
  locale: string;
}

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
}

/** `MailingAddress` of the types. */
export interface Address {
  firstName?: string;
  lastName?: string;
  company?: string;
  address1?: string;
  address2?: string;
  city?: string;
  zip?: string;
  provinceCode?: string;
  countryCode?: string;
  phone?: string;
}

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

const PERSON: Person = { firstName: 'Robin', lastName: 'Hale', email: 'robin@example.com' };

const ADDRESS: Address = {
  firstName: PERSON.firstName,
  lastName: PERSON.lastName,
  address1: '48 Harbor Street',
  city: 'Portland',
  zip: '04101',
  provinceCode: 'ME',
  countryCode: 'US',
};

export const DEFAULT_BUYER = { buyer: PERSON, shippingAddress: ADDRESS, billingAddress: ADDRESS };

/** An address on one line. */
export const formatAddress = ({ address1, city, provinceCode, zip }: Address) =>
  [address1, [city, provinceCode, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
