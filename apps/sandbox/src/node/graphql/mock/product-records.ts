import { catalogOf, findVariant } from '../../../scene/catalog.ts';
import { madeUpProduct } from '../../../scene/made-up-product.ts';
import type { Variant } from '../../../scene/products.ts';
import { pickFrom } from '../../../scene/seed.ts';
import { toGid } from './gid.ts';
import { Money } from './money.ts';
import { type Fields, handleOf, type RecordContext, type RecordOf } from './record-context.ts';

export function imageOf({ imageUrl }: RecordContext, { art, title }: { art: string; title: string }): Fields {
  const url = imageUrl(art);
  return { url, src: url, originalSrc: url, transformedSrc: url, altText: title, width: 640, height: 640 };
}

export const productRecord: RecordOf = (context, id) => {
  const product =
    catalogOf(context.scene).find((candidate) => String(candidate.id) === id) ?? madeUpProduct(id).product;
  const { title, description, productType, tags, isGiftCard = false, option, variants } = product;
  const { storefrontUrl, name } = context.scene.shop;
  const image = imageOf(context, product);
  const prices = variants.map(({ price }) => price);
  const range = {
    minVariantPrice: new Money(Math.min(...prices)),
    maxVariantPrice: new Money(Math.max(...prices)),
  };
  const values = variants.map((variant) => variant.title);
  const references = variants.map((variant) => ({ id: toGid('ProductVariant', variant.id) }));
  return {
    title,
    handle: handleOf(title),
    description,
    descriptionHtml: `<p>${description}</p>`,
    vendor: name,
    productType,
    tags,
    isGiftCard,
    status: 'ACTIVE',
    availableForSale: variants.some(isAvailable) || isGiftCard,
    onlineStoreUrl: `${storefrontUrl}/products/${handleOf(title)}`,
    featuredImage: image,
    featuredMedia: { __typename: 'MediaImage', image, preview: { image } },
    images: [image],
    priceRange: range,
    priceRangeV2: range,
    totalInventory: variants.reduce((sum, { stock }) => sum + stock, 0),
    options: [{ name: option, values, optionValues: values.map((value) => ({ name: value })) }],
    variants: references,
    selectedOrFirstAvailableVariant: references[0],
    ...(!product.hasSellingPlans && { sellingPlanGroups: [] }),
  };
};

export const variantRecord: RecordOf = (context, id) => {
  const { product, variant } = findVariant(context.scene, Number(id)) ?? madeUpProduct(id);
  const price = new Money(variant.price);
  return {
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    price,
    priceV2: price,
    availableForSale: isAvailable(variant) || product.isGiftCard === true,
    inventoryQuantity: variant.stock,
    quantityAvailable: variant.stock,
    image: imageOf(context, product),
    selectedOptions: [{ name: product.option, value: variant.title }],
    product: { id: toGid('Product', product.id) },
    inventoryItem: { id: toGid('InventoryItem', id) },
    ...(!product.hasSellingPlans && { sellingPlanAllocations: [] }),
  };
};

const isAvailable = ({ stock }: Variant) => stock > 0;

/** Inventory items have the number of their variant. */
export const inventoryItemRecord: RecordOf = ({ scene }, id) => ({
  sku: (findVariant(scene, Number(id)) ?? madeUpProduct(id)).variant.sku,
  variant: { id: toGid('ProductVariant', id) },
});

export const collectionRecord: RecordOf = (_context, id) => {
  const title = pickFrom(['Coffee gear', 'Beans', 'Gifts'], id);
  return { title, handle: handleOf(title) };
};
