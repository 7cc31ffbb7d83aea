import { Type } from 'typebox';
import { flag, list, object, optional, text, type ValueOf } from './schema.ts';

const INSTRUCTIONS_SCHEMA = object(
  {
    attributes: object({ canUpdateAttributes: flag() }),
    delivery: object({ canSelectCustomAddress: flag() }),
    discounts: object({ canUpdateDiscountCodes: flag() }),
    lines: object({ canAddCartLine: flag(), canRemoveCartLine: flag(), canUpdateCartLine: flag() }),
    metafields: object({ canSetCartMetafields: flag(), canDeleteCartMetafield: flag() }),
    notes: object({ canUpdateNote: flag() }),
  },
  'The changes that extensions may make: `instructions`.',
);

export const CHECKOUT_SCHEMA = object({
  token: text(),
  orderSubmission: Type.Enum(['ORDER', 'DRAFT_ORDER']),
  isShippingAddressEditable: flag(),
  paymentTerms: optional(
    object({
      id: text(),
      name: text(),
      dueDate: optional(text()),
      dueInDays: optional(Type.Integer({ minimum: 0 })),
    }),
  ),
  layout: Type.Enum(['one-page', 'three-page']),
  canBlockProgress: flag(
    'Whether the merchant lets extensions block progress. They also need the capability `block_progress`.',
  ),
  step: optional(
    Type.Enum(['cart', 'checkout', 'information', 'shipping', 'payment', 'review', 'thank-you', 'unknown'], {
      description: 'The active step of the buyer. Default: the step of the target.',
    }),
  ),
  acceptsUnknown: flag(
    'Whether unknown discount codes (10 %), gift cards (25) and products are accepted. `false`: only those of the scene.',
  ),
  isShopAppStyle: flag('`experimentalIsShopAppStyle`.'),
  localizedFields: list(
    object({ key: text('Such as `SHIPPING_CREDENTIAL_BR`.'), title: text(), value: text() }),
    'Fields that some countries require.',
  ),
  instructions: INSTRUCTIONS_SCHEMA,
});
export type Checkout = ValueOf<typeof CHECKOUT_SCHEMA>;

export const DEFAULT_CHECKOUT: Checkout = {
  token: 'sandbox-checkout',
  orderSubmission: 'ORDER',
  isShippingAddressEditable: true,
  layout: 'one-page',
  canBlockProgress: true,
  acceptsUnknown: true,
  isShopAppStyle: false,
  localizedFields: [],
  instructions: {
    attributes: { canUpdateAttributes: true },
    delivery: { canSelectCustomAddress: true },
    discounts: { canUpdateDiscountCodes: true },
    lines: { canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true },
    metafields: { canSetCartMetafields: true, canDeleteCartMetafield: true },
    notes: { canUpdateNote: true },
  },
};

const PAYMENT_TYPES = [
  'creditCard',
  'deferred',
  'local',
  'manualPayment',
  'offsite',
  'other',
  'paymentOnDelivery',
  'redeemable',
  'wallet',
  'customOnsite',
];

export const PAYMENT_SCHEMA = object({
  options: list(
    object({ type: Type.Enum(PAYMENT_TYPES), handle: text(), title: text('As the page shows it.') }),
    'The available payment options.',
    50,
  ),
  selected: list(text(), 'The handles of the selected payment options.', 50),
  card: object(
    {
      brand: text(),
      lastDigits: Type.String({ pattern: '^\\d{4}$' }),
      expires: text('As the page shows it, such as `12 / 30`.'),
    },
    'The card in the form of checkout, in the order and in the customer account.',
  ),
});
export type Payment = ValueOf<typeof PAYMENT_SCHEMA>;
export type PaymentOption = Payment['options'][number];

/** The selected payment option; the first one if no selected handle exists. */
export const selectedPayment = ({ options, selected }: Payment): PaymentOption | undefined =>
  options.find(({ handle }) => selected.includes(handle)) ?? options[0];

export const DEFAULT_PAYMENT: Payment = {
  options: [
    { type: 'creditCard', handle: 'credit-card', title: 'Credit card' },
    { type: 'wallet', handle: 'quick-wallet', title: 'Quick Wallet' },
    { type: 'offsite', handle: 'harbor-pay', title: 'Harbor Pay' },
    { type: 'paymentOnDelivery', handle: 'cash-on-delivery', title: 'Cash on delivery' },
  ],
  selected: ['credit-card'],
  card: { brand: 'Test card', lastDigits: '4242', expires: '12 / 30' },
};
