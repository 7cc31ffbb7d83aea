import { expect, test } from 'vitest';
import { MAX_ITEMS } from '../src/apis/pos/product-search/pages.ts';
import { DEFAULT_SCENE } from '../src/scene/scene.ts';
import { posPage } from './pos-page.ts';

interface Page {
  items: { id: number; title: string }[];
  lastCursor?: string;
  hasNextPage: boolean;
}

const SEARCH = 'productSearch.searchProducts';

/** A scene with as many products of one variant. */
const sceneWith = (count: number) => ({
  ...DEFAULT_SCENE,
  cart: { ...DEFAULT_SCENE.cart, lines: [] },
  products: Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const variants = [{ ...DEFAULT_SCENE.products[0]!.variants[0]!, id }];
    return { ...DEFAULT_SCENE.products[0]!, id, title: `Product ${id}`, variants };
  }),
});

test('pages go on from their cursor, in the order asked for', async () => {
  const { call } = posPage();
  const params = { sortType: 'ALPHABETICAL_A_TO_Z', first: 3 };
  const first = (await call(SEARCH, params)) as Page;
  expect(first.items.map(({ title }) => title)).toEqual(['Gift card', 'Gooseneck kettle', 'Hand grinder']);
  expect(first.hasNextPage).toBe(true);
  const second = (await call(SEARCH, { ...params, afterCursor: first.lastCursor })) as Page;
  expect(second.items[0]!.title).toBe('Morning Round Trip');
  const last = (await call(SEARCH, { ...params, afterCursor: second.lastCursor })) as Page;
  expect(last).toMatchObject({ items: [{ title: 'Stoneware cup' }], hasNextPage: false });
});

test.each([
  [MAX_ITEMS, MAX_ITEMS, false],
  [MAX_ITEMS + 1, MAX_ITEMS, true],
])('a page of %i products has %i', async (count, length, hasNextPage) => {
  const page = (await posPage({ scene: sceneWith(count) }).call(SEARCH, { first: 1000 })) as Page;
  expect(page.items).toHaveLength(length);
  expect(page.hasNextPage).toBe(hasNextPage);
});

test.each([
  ['kettle', [2]],
  ['ground decaf', [4]],
  ['CUP-4', [3]],
  ['nothing like it', []],
  [' ', [1, 2, 3, 4, 5, 6, 7]],
])('a search for %j', async (queryString, ids) => {
  const page = (await posPage().call(SEARCH, { queryString })) as Page;
  expect(page.items.map(({ id }) => id)).toEqual(ids);
});

test('ids that do not exist are named, and only 50 are looked up', async () => {
  const { call } = posPage();
  expect(await call('productSearch.fetchProductsWithIds', [1, 999])).toMatchObject({
    fetchedResources: [{ id: 1, title: 'Morning Round Trip' }],
    idsForResourcesNotFound: [999],
  });
  const ids = Array.from({ length: MAX_ITEMS + 1 }, (_, index) => 1001 + index);
  const result = (await call('productSearch.fetchProductVariantsWithIds', ids)) as {
    idsForResourcesNotFound: number[];
  };
  expect(result.idsForResourcesNotFound).toHaveLength(MAX_ITEMS);
  expect(await call('productSearch.fetchProductWithId', 999)).toBeUndefined();
  expect(await call('productSearch.fetchProductVariantWithId', 999)).toBeUndefined();
});

test('variants come with and without their product', async () => {
  const { call } = posPage();
  expect(await call('productSearch.fetchProductVariantWithId', 21)).toMatchObject({
    displayName: 'Gooseneck kettle - Polished steel',
    price: '84.00',
    position: 2,
    product: { id: 2 },
  });
  expect(await call('productSearch.fetchProductVariantsWithProductId', 2)).toHaveLength(2);
  expect(
    await call('productSearch.fetchPaginatedProductVariantsWithProductId', 1, { first: 2 }),
  ).toMatchObject({ items: [{ id: 1 }, { id: 11 }], hasNextPage: true });
});

test("a developer's own cart line is a product, too", async () => {
  const line = { ...DEFAULT_SCENE.cart.lines[0]!, id: 88, title: 'Tea', price: 9 };
  const scene = { ...DEFAULT_SCENE, cart: { ...DEFAULT_SCENE.cart, lines: [line] } };
  expect(await posPage({ scene }).call('productSearch.fetchProductVariantWithId', 88)).toMatchObject({
    price: '9.00',
    product: { title: 'Tea' },
  });
});

test.each([
  [SEARCH, [{ first: 0 }]],
  [SEARCH, [{ sortType: 'constructor' }]],
  [SEARCH, [{ queryString: 5 }]],
  [SEARCH, [{ afterCursor: 'after-9999' }]],
  ['productSearch.fetchProductWithId', ['1']],
  ['productSearch.fetchProductsWithIds', [1]],
  ['productSearch.fetchProductVariantsWithIds', [['1']]],
])('%s%j is refused', async (path, args) => {
  await expect(posPage().call(path, ...args)).rejects.toThrow(`${path}()`);
});
