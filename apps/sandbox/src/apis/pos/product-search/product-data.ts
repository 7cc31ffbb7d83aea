import type { Product, Variant } from '../../../scene/products.ts';
import type { Scene } from '../../../scene/scene.ts';

const CREATED_AT = '2026-03-02T09:00:00Z';

/** A product as POS returns it (`Product` of the types). */
export function toProduct(scene: Scene, product: Product) {
  const { id, title, description, productType, tags, option, variants, isGiftCard = false } = product;
  const prices = variants.map(({ price }) => price);
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0);
  return {
    id,
    // Of the scene's products, those of a higher id are newer.
    createdAt: new Date(Date.parse(CREATED_AT) + (id % 100_000) * 60_000).toISOString(),
    updatedAt: CREATED_AT,
    title,
    description,
    descriptionHtml: `<p>${escapeHtml(description)}</p>`,
    isGiftCard,
    tracksInventory: !isGiftCard,
    vendor: scene.shop.name,
    minVariantPrice: Math.min(...prices).toFixed(2),
    maxVariantPrice: Math.max(...prices).toFixed(2),
    productType,
    productCategory: productType,
    tags: [...tags],
    numVariants: variants.length,
    totalAvailableInventory: stock,
    totalInventory: stock,
    variants: variants.map((variant, index) => toVariant(product, variant, index)),
    options: [{ id: id * 100, name: option, optionValues: variants.map((one) => one.title), productId: id }],
    hasOnlyDefaultVariant: variants.length === 1,
    hasInStockVariants: isGiftCard || stock > 0,
    onlineStoreUrl: `${scene.shop.storefrontUrl}/products/${id}`,
    requiresSellingPlan: false,
    hasSellingPlanGroups: product.hasSellingPlans ?? false,
  };
}

/** A variant as POS returns it (`ProductVariant` of the types). */
export function toVariant(product: Product, variant: Variant, index: number) {
  const { id, title, price, sku, barcode, stock } = variant;
  const isOnly = product.variants.length === 1;
  return {
    id,
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
    title,
    price: price.toFixed(2),
    taxable: !product.isGiftCard,
    sku,
    barcode,
    displayName: isOnly ? product.title : `${product.title} - ${title}`,
    inventoryIsTracked: !product.isGiftCard,
    inventoryAtLocation: stock,
    inventoryAtAllLocations: stock,
    inventoryPolicy: 'DENY',
    hasInStockVariants: product.isGiftCard || stock > 0,
    options: [{ name: product.option, value: title }],
    productId: product.id,
    position: index + 1,
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
