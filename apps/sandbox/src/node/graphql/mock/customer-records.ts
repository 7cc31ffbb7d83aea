import { type Address, DEFAULT_CUSTOMER } from '../../../scene/buyer-and-shop.ts';
import { costOf } from '../../../scene/cost.ts';
import { Money } from './money.ts';
import type { Fields, RecordContext, RecordOf } from './record-context.ts';

/** The customer that a query means if it names none. */
export const customerNumber = ({ customer }: RecordContext): string => customer ?? DEFAULT_CUSTOMER;

export const customerRecord: RecordOf = (context, id) => {
  const { buyer, shippingAddress, order } = context.scene;
  const { firstName, lastName, email, phone } =
    id === customerNumber(context)
      ? buyer
      : {
          firstName: 'Alex',
          lastName: `Sample ${id}`,
          email: `customer-${id}@example.com`,
          phone: undefined,
        };
  const emailAddress = { emailAddress: email };
  const phoneNumber = phone ? { phoneNumber: phone } : null;
  const address = addressFields(shippingAddress);
  return {
    firstName,
    lastName,
    displayName: `${firstName} ${lastName}`,
    email,
    phone: phone ?? null,
    emailAddress,
    defaultEmailAddress: emailAddress,
    phoneNumber,
    defaultPhoneNumber: phoneNumber,
    numberOfOrders: '3',
    amountSpent: new Money(costOf(context.scene).total * 3),
    tags: [],
    note: null,
    state: 'ENABLED',
    defaultAddress: address,
    addresses: [address],
    addressesV2: [address],
    lastOrder: { id: order.id },
  };
};

/** An address under the names of `MailingAddress` and `CustomerAddress`. */
export function addressFields(address: Address): Fields {
  const { countryCode = 'US', provinceCode = null, firstName, lastName, phone = null } = address;
  const country = new Intl.DisplayNames('en', { type: 'region' }).of(countryCode) ?? countryCode;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  const cityLine = [address.city, provinceCode, address.zip].filter(Boolean).join(' ');
  return {
    company: null,
    address2: null,
    ...address,
    name,
    phone,
    phoneNumber: phone,
    country,
    countryCode,
    countryCodeV2: countryCode,
    territoryCode: countryCode,
    province: provinceCode,
    provinceCode,
    zoneCode: provinceCode,
    formatted: [name, address.company, address.address1, address.address2, cityLine, country].filter(Boolean),
    formattedArea: [address.city, provinceCode, country].filter(Boolean).join(', '),
  };
}

export const shopRecord: RecordOf = ({ scene: { shop, currency, timezone } }) => ({
  id: shop.id,
  name: shop.name,
  myshopifyDomain: shop.myshopifyDomain,
  url: shop.storefrontUrl,
  primaryDomain: { url: shop.storefrontUrl, host: shop.storefrontUrl.replace(/^https?:\/\//, '') },
  email: 'shop@example.com',
  contactEmail: 'shop@example.com',
  currencyCode: currency,
  ianaTimezone: timezone,
});

export const locationRecord: RecordOf = ({ scene }, id) => ({
  name: scene.pos.locations.find((location) => String(location.id) === id)?.name ?? `Location ${id}`,
  isActive: true,
});
