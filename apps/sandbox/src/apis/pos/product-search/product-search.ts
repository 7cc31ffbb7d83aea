import { catalogOf } from '../../../scene/catalog.ts';
import type { Product } from '../../../scene/products.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { Api } from '../../api.ts';
import { fail, idArgument, listArgument, recordArgument } from '../cart/arguments.ts';
import { pageOf, resourcesWith } from './pages.ts';
import { toProduct, toVariant } from './product-data.ts';

/** The products of the scene, with those of the cart. */
export const productSearch: Api = {
  host: {
    'productSearch.searchProducts'({ scene }, params: unknown = {}) {
      const at = 'productSearch.searchProducts';
      const { queryString, sortType } = recordArgument(params, 'searchParams', at);
      return pageOf(
        search(scene, queryString, sortType, at).map((product) => toProduct(scene, product)),
        params,
        at,
      );
    },
    'productSearch.fetchProductWithId'({ scene }, id: unknown) {
      return productWith(scene, idArgument(id, 'productId', 'productSearch.fetchProductWithId'));
    },
    'productSearch.fetchProductsWithIds'({ scene }, ids: unknown) {
      const at = 'productSearch.fetchProductsWithIds';
      return resourcesWith(idsOf(ids, 'productIds', at), (id) => productWith(scene, id));
    },
    'productSearch.fetchProductVariantWithId'({ scene }, id: unknown) {
      return variantWith(
        scene,
        idArgument(id, 'productVariantId', 'productSearch.fetchProductVariantWithId'),
      );
    },
    'productSearch.fetchProductVariantsWithIds'({ scene }, ids: unknown) {
      const at = 'productSearch.fetchProductVariantsWithIds';
      return resourcesWith(idsOf(ids, 'productVariantIds', at), (id) => variantWith(scene, id));
    },
    'productSearch.fetchProductVariantsWithProductId'({ scene }, id: unknown) {
      return variantsOf(
        scene,
        idArgument(id, 'productId', 'productSearch.fetchProductVariantsWithProductId'),
      );
    },
    'productSearch.fetchPaginatedProductVariantsWithProductId'({ scene }, id: unknown, params: unknown = {}) {
      const at = 'productSearch.fetchPaginatedProductVariantsWithProductId';
      return pageOf(variantsOf(scene, idArgument(id, 'productId', at)), params, at);
    },
  },
};

const SORTINGS: Readonly<Record<string, (a: Product, b: Product) => number>> = {
  RECENTLY_ADDED: (a, b) => b.id - a.id,
  RECENTLY_ADDED_ASCENDING: (a, b) => a.id - b.id,
  ALPHABETICAL_A_TO_Z: (a, b) => a.title.localeCompare(b.title),
  ALPHABETICAL_Z_TO_A: (a, b) => b.title.localeCompare(a.title),
};

/** With a query, the order is by relevance and `sortType` has no effect. */
function search(scene: Scene, query: unknown, sortType: unknown, at: string): readonly Product[] {
  const catalog = catalogOf(scene);
  if (query !== undefined && query !== null && typeof query !== 'string')
    fail(at, 'queryString must be a text');
  const words = (query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const isFound = (product: Product) => words.every((word) => searchText(product).includes(word));
    const isInTitle = ({ title }: Product) =>
      Number(words.some((word) => title.toLowerCase().includes(word)));
    return catalog.filter(isFound).sort((a, b) => isInTitle(b) - isInTitle(a));
  }
  if (sortType === undefined || sortType === null) return catalog;
  const order =
    typeof sortType === 'string' && Object.hasOwn(SORTINGS, sortType) ? SORTINGS[sortType] : undefined;
  return [...catalog].sort(order ?? fail(at, `sortType must be one of ${Object.keys(SORTINGS).join(', ')}`));
}

const searchText = ({ title, productType, tags, variants }: Product) =>
  [title, productType, ...tags, ...variants.flatMap(({ title: name, sku, barcode }) => [name, sku, barcode])]
    .join(' ')
    .toLowerCase();

function productWith(scene: Scene, id: number) {
  const product = catalogOf(scene).find((one) => one.id === id);
  return product && toProduct(scene, product);
}

function variantsOf(scene: Scene, productId: number) {
  const product = catalogOf(scene).find(({ id }) => id === productId);
  return product ? product.variants.map((variant, index) => toVariant(product, variant, index)) : [];
}

function variantWith(scene: Scene, id: number) {
  for (const product of catalogOf(scene)) {
    const index = product.variants.findIndex((variant) => variant.id === id);
    // A single variant comes with its product.
    if (index >= 0)
      return { ...toVariant(product, product.variants[index]!, index), product: toProduct(scene, product) };
  }
  return undefined;
}

const idsOf = (ids: unknown, name: string, at: string) =>
  listArgument(ids, name, at).map((id) => idArgument(id, name, at));
