/**
 * The targets whose extensions may ask for a session token (Shopify, "Session Token API", 2026-04:
 * "Supported targets (33)"). The two of `address-autocomplete` draw nothing.
 */
export const CHECKOUT_TARGETS = [
  'purchase.address-autocomplete.format-suggestion',
  'purchase.address-autocomplete.suggest',
  'purchase.checkout.actions.render-before',
  'purchase.checkout.block.render',
  'purchase.checkout.cart-line-item.render-after',
  'purchase.checkout.cart-line-list.render-after',
  'purchase.checkout.chat.render',
  'purchase.checkout.contact.render-after',
  'purchase.checkout.delivery-address.render-after',
  'purchase.checkout.delivery-address.render-before',
  'purchase.checkout.footer.render-after',
  'purchase.checkout.header.render-after',
  'purchase.checkout.payment-method-list.render-after',
  'purchase.checkout.payment-method-list.render-before',
  'purchase.checkout.pickup-location-list.render-after',
  'purchase.checkout.pickup-location-list.render-before',
  'purchase.checkout.pickup-location-option-item.render-after',
  'purchase.checkout.pickup-point-list.render-after',
  'purchase.checkout.pickup-point-list.render-before',
  'purchase.checkout.reductions.render-after',
  'purchase.checkout.reductions.render-before',
  'purchase.checkout.shipping-option-item.details.render',
  'purchase.checkout.shipping-option-item.render-after',
  'purchase.checkout.shipping-option-list.render-after',
  'purchase.checkout.shipping-option-list.render-before',
  'purchase.thank-you.announcement.render',
  'purchase.thank-you.block.render',
  'purchase.thank-you.cart-line-item.render-after',
  'purchase.thank-you.cart-line-list.render-after',
  'purchase.thank-you.chat.render',
  'purchase.thank-you.customer-information.render-after',
  'purchase.thank-you.footer.render-after',
  'purchase.thank-you.header.render-after',
] as const;

export type CheckoutTarget = (typeof CHECKOUT_TARGETS)[number];
