import type { CartLine } from '../../../scene/cart.ts';
import { findVariant } from '../../../scene/catalog.ts';
import { costOf } from '../../../scene/cost.ts';
import { addressFields, customerNumber } from './customer-records.ts';
import { toGid } from './gid.ts';
import { Money } from './money.ts';
import { imageOf } from './product-records.ts';
import type { Fields, RecordContext, RecordOf } from './record-context.ts';

/** The same amount under several names. */
const amounts = (amount: number, ...names: string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, new Money(amount)]));

export const orderRecord: RecordOf = (context, id) => {
  const { scene } = context;
  const { subtotal, shipping, tax, total } = costOf(scene);
  const address = addressFields(scene.shippingAddress);
  return {
    ...(scene.order.id === toGid('Order', id) ? scene.order : { name: `#${id}` }),
    number: Number(id),
    orderNumber: Number(id),
    email: scene.buyer.email,
    customer: { id: toGid('Customer', customerNumber(context)) },
    shippingAddress: address,
    billingAddress: addressFields(scene.billingAddress),
    displayAddress: address,
    note: null,
    ...amounts(subtotal, 'subtotal', 'subtotalPrice', 'subtotalPriceSet'),
    ...amounts(subtotal, 'currentSubtotalPrice', 'currentSubtotalPriceSet'),
    ...amounts(
      shipping,
      'totalShipping',
      'totalShippingPrice',
      'totalShippingPriceSet',
      'currentShippingPriceSet',
    ),
    ...amounts(tax, 'totalTax', 'totalTaxSet', 'currentTotalTax', 'currentTotalTaxSet'),
    ...amounts(total, 'totalPrice', 'totalPriceSet', 'currentTotalPrice', 'currentTotalPriceSet'),
    ...amounts(total, 'originalTotalPrice', 'originalTotalPriceSet'),
    ...amounts(0, 'totalRefunded', 'totalRefundedSet', 'totalDiscounts', 'totalDiscountsSet', 'totalTip'),
  };
};

/** The cart's line with this number; for any other number, its first. */
function lineOf({ scene }: RecordContext, id: string): CartLine | undefined {
  const { lines } = scene.cart;
  return lines.find((line) => String(line.id) === id) ?? lines[0];
}

/** A line of a cart, an order or a draft order. */
export const lineItemRecord: RecordOf = (context, id) => {
  const line = lineOf(context, id);
  if (!line) return {};
  const total = line.price * line.quantity;
  const productId = toGid('Product', line.productId ?? line.id);
  const variantId = toGid('ProductVariant', line.variantId ?? line.id);
  return {
    title: line.title,
    name: `${line.title} - ${line.variant}`,
    presentmentTitle: line.title,
    variantTitle: line.variant,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    refundableQuantity: line.quantity,
    fulfillableQuantity: 0,
    sku: findVariant(context.scene, line.variantId ?? line.id)?.variant.sku ?? null,
    vendor: context.scene.shop.name,
    productId,
    variantId,
    product: { id: productId },
    variant: { id: variantId },
    merchandise: { __typename: 'ProductVariant', id: variantId },
    image: imageOf(context, line),
    ...amounts(line.price, 'price', 'unitPrice', 'originalUnitPriceSet', 'discountedUnitPriceSet'),
    ...amounts(total, 'totalPrice', 'originalTotalSet', 'discountedTotalSet'),
    ...amounts(0, 'totalDiscount', 'totalDiscountSet'),
    cost: {
      ...amounts(line.price, 'amountPerQuantity'),
      ...amounts(total, 'subtotalAmount', 'totalAmount'),
      compareAtAmountPerQuantity: null,
    },
  };
};

export const cartRecord: RecordOf = ({ scene, scene: { cart } }) => {
  const { subtotal, total, tax } = costOf(scene);
  return {
    cost: {
      ...amounts(subtotal, 'subtotalAmount'),
      ...amounts(total, 'totalAmount'),
      ...amounts(tax, 'totalTaxAmount'),
    },
    totalQuantity: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    note: null,
    discountCodes: [],
    attributes: [],
  };
};
