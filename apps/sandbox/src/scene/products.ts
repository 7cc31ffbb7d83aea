import { Type } from 'typebox';
import { amount, flag, id, list, object, optional, text, type ValueOf } from './schema.ts';

export const ART_SCHEMA = Type.Enum(['beans', 'kettle', 'cup', 'parcel'], {
  default: 'parcel',
  description: 'The drawing of the product, if it has no image.',
});

const VARIANT_SCHEMA = object({
  id: id(),
  title: text(),
  price: amount('The price of one item.'),
  sku: Type.String({ maxLength: 255, default: '' }),
  barcode: Type.String({ maxLength: 255, default: '' }),
  stock: Type.Integer({ default: 10, description: 'Items in stock at the location.' }),
});
export type Variant = ValueOf<typeof VARIANT_SCHEMA>;

export const PRODUCT_SCHEMA = object({
  id: id(),
  title: text(),
  description: Type.String({ maxLength: 5_000, default: '' }),
  productType: Type.String({ maxLength: 255, default: '' }),
  tags: Type.Array(Type.String(), { maxItems: 250, default: [] }),
  art: ART_SCHEMA,
  isGiftCard: optional(flag()),
  hasSellingPlans: optional(flag('Whether it can be sold as a subscription.')),
  option: Type.String({
    maxLength: 255,
    default: 'Title',
    description: 'The name of the option that distinguishes the variants, such as `Size`.',
  }),
  variants: list(VARIANT_SCHEMA),
});
/** A product of the mock shop. */
export type Product = ValueOf<typeof PRODUCT_SCHEMA>;

export const variant = (id: number, title: string, price: number, sku: string, stock: number): Variant => ({
  id,
  title,
  price,
  sku,
  barcode: `0012345${String(id).padStart(6, '0')}`,
  stock,
});

/** The first variants of the first three products are in the cart. */
export const DEFAULT_PRODUCTS: readonly Product[] = [
  {
    id: 1,
    title: 'Morning Round Trip',
    description: 'A medium roast with notes of cocoa and orange.',
    productType: 'Coffee',
    tags: ['coffee', 'medium roast'],
    art: 'beans',
    hasSellingPlans: true,
    option: 'Package',
    variants: [
      variant(1, 'Whole bean · 340 g', 18, 'MRT-WB-340', 24),
      variant(11, 'Ground · 340 g', 18, 'MRT-GR-340', 9),
      variant(12, 'Whole bean · 1 kg', 46, 'MRT-WB-1000', 4),
    ],
  },
  {
    id: 2,
    title: 'Gooseneck kettle',
    description: 'Heats to the degree, and pours where you look.',
    productType: 'Equipment',
    tags: ['equipment'],
    art: 'kettle',
    option: 'Finish',
    variants: [
      variant(2, 'Matte graphite', 79, 'KET-GRA', 6),
      variant(21, 'Polished steel', 84, 'KET-STE', 3),
    ],
  },
  {
    id: 3,
    title: 'Stoneware cup',
    description: 'Thrown by hand, safe in the dishwasher.',
    productType: 'Tableware',
    tags: ['tableware'],
    art: 'cup',
    option: 'Set',
    variants: [variant(3, 'Set of two', 32, 'CUP-2', 15), variant(31, 'Set of four', 58, 'CUP-4', 7)],
  },
  {
    id: 4,
    title: 'Night Shift Decaf',
    description: 'A dark roast without the caffeine.',
    productType: 'Coffee',
    tags: ['coffee', 'dark roast', 'decaf'],
    art: 'beans',
    hasSellingPlans: true,
    option: 'Package',
    variants: [
      variant(4, 'Whole bean · 340 g', 19, 'NSD-WB-340', 12),
      variant(41, 'Ground · 340 g', 19, 'NSD-GR-340', 11),
    ],
  },
  {
    id: 5,
    title: 'Paper filters',
    description: 'One hundred unbleached filters.',
    productType: 'Equipment',
    tags: ['equipment', 'filters'],
    art: 'parcel',
    option: 'Title',
    variants: [variant(5, 'Default Title', 7.5, 'FIL-100', 60)],
  },
  {
    id: 6,
    title: 'Hand grinder',
    description: 'Steel burrs, 30 grams at a time.',
    productType: 'Equipment',
    tags: ['equipment'],
    art: 'kettle',
    option: 'Title',
    variants: [variant(6, 'Default Title', 64, 'GRI-1', 0)],
  },
  {
    id: 7,
    title: 'Gift card',
    description: 'For those who know what they want.',
    productType: 'Gift card',
    tags: ['gift'],
    art: 'parcel',
    isGiftCard: true,
    option: 'Amount',
    variants: [variant(7, '$25.00', 25, 'GIFT-25', 0), variant(71, '$50.00', 50, 'GIFT-50', 0)],
  },
];
