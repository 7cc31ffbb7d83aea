import type { UrlState } from '../../contract/url-state.ts';
import { money, SHOP } from './shop.ts';

export interface SceneLine {
  id: number;
  title: string;
  variant: string;
  quantity: number;
  price: number;
  art: 'beans' | 'kettle' | 'cup';
}

const LINES: readonly SceneLine[] = [
  { id: 1, title: 'Morning Round Trip', variant: 'Whole bean · 340 g', quantity: 2, price: 18, art: 'beans' },
  { id: 2, title: 'Gooseneck kettle', variant: 'Matte graphite', quantity: 1, price: 79, art: 'kettle' },
  { id: 3, title: 'Stoneware cup', variant: 'Set of two', quantity: 1, price: 32, art: 'cup' },
];

/** What is in the cart, with what it costs. */
export function cartOf({ quantity }: Pick<UrlState, 'quantity'>) {
  const lines = LINES.map((line) => (line.id === 1 ? { ...line, quantity } : line)).filter(
    (line) => line.quantity > 0,
  );
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
  const [shipping, tax] = [8, Math.round(subtotal * 8.5) / 100];
  return { lines, cost: { subtotal, shipping, tax, total: subtotal + shipping + tax } };
}

/** Signals that checkout and the order status page have in common. */
export function cartSignals(state: Pick<UrlState, 'quantity'>) {
  const { lines, cost } = cartOf(state);
  return {
    'cost.subtotalAmount': money(cost.subtotal),
    'cost.totalShippingAmount': money(cost.shipping),
    'cost.totalTaxAmount': money(cost.tax),
    'cost.totalAmount': money(cost.total),
    lines: lines.map(cartLine),
  };
}

const cartLine = ({ id, title, variant, quantity, price }: SceneLine) => ({
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
});
