/** The made-up checkout: what the page shows is what the `shopify` global says. */

import type { ExtensionManifest } from '../../contract/extension-state.ts';
import type { UrlState } from '../../contract/url-state.ts';
import type { SignalValues } from '../../contract/worker-contract.ts';
import { matchLanguage } from '../../worker/i18n.ts';

export const SHOP = {
  id: 'gid://shopify/Shop/1',
  name: 'Sandbox Supply',
  myshopifyDomain: 'sandbox.myshopify.com',
  storefrontUrl: 'https://sandbox.myshopify.com',
};

export const CURRENCY = 'USD';
export const TIMEZONE = 'America/New_York';

export interface SceneLine {
  id: number;
  title: string;
  variant: string;
  quantity: number;
  price: number;
  art: 'beans' | 'kettle' | 'cup';
}

export const LINES: SceneLine[] = [
  { id: 1, title: 'Morning Round Trip', variant: 'Whole bean · 340 g', quantity: 2, price: 18, art: 'beans' },
  { id: 2, title: 'Gooseneck kettle', variant: 'Matte graphite', quantity: 1, price: 79, art: 'kettle' },
  { id: 3, title: 'Stoneware cup', variant: 'Set of two', quantity: 1, price: 32, art: 'cup' },
];

const subtotal = LINES.reduce((sum, line) => sum + line.quantity * line.price, 0);
export const COST = { subtotal, shipping: 8, tax: 12.4, total: subtotal + 8 + 12.4 };

export const BUYER = { firstName: 'Robin', lastName: 'Hale', email: 'robin@example.com' };

const ADDRESS = {
  firstName: BUYER.firstName,
  lastName: BUYER.lastName,
  address1: '48 Harbor Street',
  city: 'Portland',
  zip: '04101',
  provinceCode: 'ME',
  countryCode: 'US',
};

const money = (amount: number) => ({ amount, currencyCode: CURRENCY });

/** The buyer's language that the state asks for. */
export const languageOf = (state: UrlState, manifest: ExtensionManifest) =>
  state.language ?? manifest.locales.defaultLanguage ?? 'en';

/** The signals of the `shopify` global in checkout (`StandardApi` and `CheckoutApi`, 2026-07). */
export function checkoutSignals(
  state: UrlState,
  manifest: ExtensionManifest,
  networkAccess: boolean,
): SignalValues {
  const language = languageOf(state, manifest);
  return {
    ...buyerSignals(state),
    'cost.subtotalAmount': money(COST.subtotal),
    'cost.totalShippingAmount': money(COST.shipping),
    'cost.totalTaxAmount': money(COST.tax),
    'cost.totalAmount': money(COST.total),
    'extension.capabilities': capabilitiesOf(manifest, networkAccess),
    'extension.rendered': true,
    'localization.country': { isoCode: 'US' },
    'localization.currency': { isoCode: CURRENCY },
    'localization.language': { isoCode: language },
    'localization.extensionLanguage': { isoCode: matchLanguage({ locales: manifest.locales, language }) },
    'localization.market': { id: 'gid://shopify/Market/1', handle: 'us' },
    'localization.timezone': TIMEZONE,
    'buyerJourney.activeStep': { handle: 'checkout' },
    'buyerJourney.completed': false,
    'buyerJourney.steps': [{ handle: 'checkout', label: 'Checkout', to: '/checkout', disabled: false }],
    appMetafields: [],
    appliedGiftCards: [],
    attributes: [],
    availablePaymentOptions: [],
    billingAddress: ADDRESS,
    checkoutSettings: { orderSubmission: 'ORDER', shippingAddress: { isEditable: true } },
    checkoutToken: 'sandbox-checkout',
    deliveryGroups: [],
    discountAllocations: [],
    discountCodes: [],
    instructions: cartInstructions(),
    lines: LINES.map(cartLine),
    note: undefined,
    selectedPaymentOptions: [],
    settings: {},
    shippingAddress: ADDRESS,
  };
}

/** The ones that the customer switch changes. */
export function buyerSignals({ customer }: Pick<UrlState, 'customer'>): SignalValues {
  return {
    'buyerIdentity.customer': customer && {
      id: `gid://shopify/Customer/${customer}`,
      email: BUYER.email,
      firstName: BUYER.firstName,
      lastName: BUYER.lastName,
      fullName: `${BUYER.firstName} ${BUYER.lastName}`,
      acceptsMarketing: false,
      acceptsEmailMarketing: false,
      acceptsSmsMarketing: false,
      ordersCount: 3,
      storeCreditAccounts: [],
    },
    'buyerIdentity.email': BUYER.email,
    'buyerIdentity.phone': undefined,
    'buyerIdentity.purchasingCompany': undefined,
  };
}

function capabilitiesOf({ capabilities }: ExtensionManifest, networkAccess: boolean): string[] {
  return [
    networkAccess && 'network_access',
    capabilities.apiAccess && 'api_access',
    capabilities.blockProgress && 'block_progress',
  ].filter((name) => name !== false);
}

function cartLine({ id, title, variant, quantity, price }: SceneLine) {
  return {
    id: `gid://shopify/CartLine/${id}`,
    quantity,
    cost: { totalAmount: money(quantity * price) },
    attributes: [],
    discountAllocations: [],
    lineComponents: [],
    parentRelationship: null,
    merchandise: {
      type: 'variant',
      id: `gid://shopify/ProductVariant/${id}`,
      title,
      subtitle: variant,
      selectedOptions: [],
      product: { id: `gid://shopify/Product/${id}`, vendor: SHOP.name, productType: 'Coffee' },
      requiresShipping: true,
    },
  };
}

const cartInstructions = () => ({
  attributes: { canUpdateAttributes: false },
  delivery: { canSelectCustomAddress: false },
  discounts: { canUpdateDiscountCodes: false },
  lines: { canAddCartLine: false, canRemoveCartLine: false, canUpdateCartLine: false },
  metafields: { canDeleteCartMetafield: false, canSetCartMetafields: false },
  notes: { canUpdateNote: false },
});
