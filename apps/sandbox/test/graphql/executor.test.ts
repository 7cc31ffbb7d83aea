import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/node/graphql/limits.ts';
import { DEFAULT_SCENE } from '../../src/scene/scene.ts';
import { createShop } from './mock-shop.ts';

const PRODUCT = 'gid://shopify/Product/2';
const CUSTOMER = 'gid://shopify/Customer/42';

describe('data', () => {
  test('is that of the mock shop, in every API', () => {
    const send = createShop();
    const storefront = send('{ shop { name } product(id: "gid://shopify/Product/2") { title } }');
    expect(storefront.data).toEqual({
      shop: { name: 'Sandbox Supply' },
      product: { title: 'Gooseneck kettle' },
    });
    const { data } = send(
      '{ customer { id firstName orders(first: 1) { nodes { name totalPrice { amount currencyCode } } } } }',
      { api: 'customer-account' },
    );
    expect(data.customer).toEqual({
      id: CUSTOMER,
      firstName: DEFAULT_SCENE.buyer.firstName,
      orders: { nodes: [{ name: '#1001', totalPrice: { amount: '167.50', currencyCode: 'USD' } }] },
    });
    const admin = send('{ productVariant(id: "gid://shopify/ProductVariant/2") { price product { id } } }', {
      api: 'admin',
    });
    expect(admin.data.productVariant).toEqual({ price: '79.00', product: { id: PRODUCT } });
  });

  test('is the same for every request, whatever else a query selects', () => {
    const query = '{ collections(first: 3) { nodes { id title updatedAt } } }';
    const first = createShop()(query).data.collections.nodes;
    expect(first).toHaveLength(3);
    expect(createShop()(query).data.collections.nodes).toEqual(first);
    const other = createShop()(
      '{ shop { id } collections(first: 3) { nodes { handle id title updatedAt image { url } } } }',
    );
    expect(other.data.collections.nodes).toMatchObject(first);
  });

  test('has the id, the handle and the search term that were asked for', () => {
    const send = createShop();
    const { data } = send(
      `{ node(id: "gid://shopify/Product/77") { ... on Product { id } }
         collection(handle: "new-arrivals") { handle title }
         products(first: 3, query: "title:cup") { nodes { id } } }`,
    );
    expect(data).toEqual({
      node: { id: 'gid://shopify/Product/77' },
      collection: { handle: 'new-arrivals', title: 'New arrivals' },
      products: { nodes: [{ id: 'gid://shopify/Product/3' }] },
    });
  });

  test('has no object of another type, and rejects a number as an id', () => {
    const send = createShop();
    expect(send('{ product(id: "gid://shopify/Order/1001") { id } }').data).toEqual({ product: null });
    expect(send('{ product(id: "2") { id } }').errors[0].message).toBe("Invalid global id '2'");
  });

  test('follows the cart of the scene', () => {
    const [first] = DEFAULT_SCENE.cart.lines;
    const scene = { ...DEFAULT_SCENE, cart: { ...DEFAULT_SCENE.cart, lines: [{ ...first!, quantity: 5 }] } };
    const query =
      '{ order(id: "gid://shopify/Order/1001") { lineItems(first: 9) { nodes { title quantity } } } }';
    expect(createShop()(query, { api: 'customer-account', scene }).data.order.lineItems.nodes).toEqual([
      { title: first!.title, quantity: 5 },
    ]);
  });
});

describe('pages', () => {
  const FIELDS =
    'nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor }';
  /** The variants of the first product, which has three. */
  const page = (args: string) =>
    createShop()(`{ product(id: "gid://shopify/Product/1") { variants(${args}) { ${FIELDS} } } }`).data
      .product.variants;
  const idOf = ({ id }: { id: string }) => id.replace('gid://shopify/ProductVariant/', '');

  test('follow one another without gaps', () => {
    const first = page('first: 2');
    expect(first.nodes.map(idOf)).toEqual(['1', '11']);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.edges.map(({ node }: { node: { id: string } }) => idOf(node))).toEqual(['12']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(page('last: 1').nodes.map(idOf)).toEqual(['12']);
  });

  test('need a length, as at Shopify', () => {
    expect(createShop()('{ products { nodes { id } } }').errors[0]).toMatchObject({
      message: 'you must provide one of first or last',
      path: ['products'],
    });
  });
});

describe('mutations', () => {
  test('succeed, and return their inputs', () => {
    const { data } = createShop()(
      `mutation { customerUpdate(input: { id: "${CUSTOMER}", firstName: "Kim" }) {
         customer { id firstName lastName } userErrors { message } } }`,
      { api: 'admin' },
    );
    expect(data.customerUpdate).toEqual({
      customer: { id: CUSTOMER, firstName: 'Kim', lastName: 'Hale' },
      userErrors: [],
    });
  });

  test('change what later queries read, in that page alone', () => {
    const send = createShop();
    const metafield = '{ customer { metafield(namespace: "custom", key: "points") { value jsonValue } } }';
    const read = (shop = send) => shop(metafield, { api: 'customer-account' }).data.customer.metafield;
    expect(read()).toBeNull();
    send(
      `mutation Set($metafields: [MetafieldsSetInput!]!) {
         metafieldsSet(metafields: $metafields) { metafields { key value } userErrors { message } } }`,
      {
        api: 'customer-account',
        variables: {
          metafields: [
            { ownerId: CUSTOMER, namespace: 'custom', key: 'points', value: '120', type: 'number_integer' },
          ],
        },
      },
    );
    expect(read()).toEqual({ value: '120', jsonValue: 120 });
    expect(read(createShop())).toBeNull();
  });
});

describe("the developer's data", () => {
  const graphql = {
    customer: { firstName: 'Zoe', orders: [{ name: '#7' }], metafield: { value: { points: 3 } } },
    GetName: { customer: { first: 'Ada' } },
    admin: { customer: { firstName: 'Staff view' } },
  };

  test('wins, and is completed from the mock shop', () => {
    const query =
      '{ customer { firstName lastName orders(first: 5) { nodes { name currencyCode } } metafield(namespace: "a", key: "b") { value } } }';
    expect(createShop()(query, { api: 'customer-account', graphql }).data.customer).toEqual({
      firstName: 'Zoe',
      lastName: 'Hale',
      orders: { nodes: [{ name: '#7', currencyCode: 'USD' }] },
      metafield: { value: '{"points":3}' },
    });
  });

  test('can be for one operation, under its aliases, or for one API', () => {
    const send = createShop();
    const named = send('query GetName { customer { first: firstName firstName } }', {
      api: 'customer-account',
      graphql,
    });
    expect(named.data.customer).toEqual({ first: 'Ada', firstName: 'Zoe' });
    const admin = send('query($id: ID!) { customer(id: $id) { firstName } }', {
      api: 'admin',
      graphql,
      variables: { id: CUSTOMER },
    });
    expect(admin.data.customer.firstName).toBe('Staff view');
  });

  test('that breaks the schema is an error that names the field', () => {
    const { errors, warnings } = createShop()('{ shop { name } }', { graphql: { shop: { name: null } } });
    expect(errors[0]).toMatchObject({ path: ['shop', 'name'] });
    expect(warnings[0]).toContain('Shop.name');
  });
});

describe('errors', () => {
  test.each([
    [
      'query Q { shop { foo } }',
      "Field 'foo' doesn't exist on type 'Shop'",
      { code: 'undefinedField', typeName: 'Shop', fieldName: 'foo' },
      ['query Q', 'shop', 'foo'],
    ],
    [
      '{ shop(a: 1) { name } }',
      "Field 'shop' doesn't accept argument 'a'",
      { code: 'argumentNotAccepted', argumentName: 'a' },
      ['query', 'shop'],
    ],
    [
      '{ shop }',
      "Field must have selections (field 'shop'",
      { code: 'selectionMismatch' },
      ['query', 'shop'],
    ],
    [
      '{ product(id: $id) { id } }',
      'Variable $id is used by anonymous query but not declared',
      { code: 'variableNotDefined' },
      undefined,
    ],
    [
      'query($id: ID!) { product(id: $id) { id } }',
      'Variable $id of type ID! was provided invalid value',
      { code: 'INVALID_VARIABLE' },
      undefined,
    ],
  ])('%s', (query, message, extensions, path) => {
    const { status, data, errors, warnings } = createShop()(query);
    expect(status).toBe(200);
    expect(data).toBeUndefined();
    expect(errors[0]).toMatchObject({ extensions });
    expect(errors[0].locations[0].line).toBe(1);
    expect(errors[0].message).toContain(message);
    if (path) expect(errors[0].path.slice(0, path.length)).toEqual(path);
    expect(warnings[0]).toContain(message);
  });

  test('a syntax error has its place', () => {
    expect(createShop()('{ shop {').errors[0]).toMatchObject({
      message: expect.stringContaining('Syntax Error'),
      locations: [{ line: 1, column: 9 }],
    });
  });

  test.each(['', 'null', '[]', '{"query": 1}', '{ shop { name } }'])('a body of %j gets 400', (body) => {
    expect(createShop()('', { body })).toMatchObject({ status: 400 });
  });
});

describe('API versions', () => {
  const versionOf = (version: string) => {
    const { status, version: answered, warnings } = createShop()('{ shop { name } }', { version });
    return { status, answered, warned: warnings.length > 0 };
  };

  test('a version without a schema gets the nearest, and a warning', () => {
    expect(versionOf('2026-04')).toEqual({ status: 200, answered: '2026-04', warned: false });
    expect(versionOf('unstable')).toEqual({ status: 200, answered: 'unstable', warned: false });
    expect(versionOf('2023-07')).toEqual({ status: 200, answered: '2025-10', warned: true });
    expect(versionOf('2031-01')).toEqual({ status: 200, answered: '2026-10', warned: true });
    expect(versionOf('../../etc')).toMatchObject({ status: 404, warned: true });
  });
});

describe('limits', () => {
  const messageOf = (query: string) => createShop()(query, { api: 'admin' }).errors?.[0].message;
  test('a query may nest as deep as the limit', () => {
    const inner = (levels: number): string =>
      levels > 3 ? `{ variants(first: 1) { nodes { product ${inner(levels - 3)} } } }` : LEAVES[levels]!;
    const LEAVES = ['', '{ id }', '{ seo { title } }', '{ variants(first: 1) { nodes { id } } }'];
    const nested = (depth: number) => `{ product(id: "${PRODUCT}") ${inner(depth - 1)} }`;
    expect(messageOf(nested(LIMITS.depth))).toBeUndefined();
    expect(messageOf(nested(LIMITS.depth + 1))).toContain(`deeper than ${LIMITS.depth}`);
  });

  test('a query may have as many tokens as the limit', () => {
    // Twelve tokens around the IDs: `{ nodes ( ids : [ ] ) { id } }`.
    const query = (tokens: number) => `{ nodes(ids: [${'"" '.repeat(tokens - 12)}]) { id } }`;
    expect(createShop()(query(LIMITS.tokens)).errors?.[0].message).not.toContain('token');
    expect(createShop()(query(LIMITS.tokens + 1)).errors[0].message).toContain('token');
  });

  test('a response may have as many fields and characters as the limit', () => {
    const send = createShop();
    const title = (characters: number) =>
      send(`{ products(first: 2) { nodes { title } } }`, {
        graphql: { products: [{ title: 'x'.repeat(characters / 2) }, { title: 'x'.repeat(characters / 2) }] },
      });
    expect(title(LIMITS.characters).errors).toBeUndefined();
    expect(title(LIMITS.characters + 2)).toMatchObject({
      errors: [{ message: expect.stringContaining('characters') }],
    });
    const products = (count: number) =>
      send('{ products(first: 50000) { nodes { title } } }', {
        graphql: { products: Array.from({ length: count }, () => ({ title: '' })) },
      });
    // Two fields lead to the titles.
    expect(products(LIMITS.fields - 2).errors).toBeUndefined();
    expect(products(LIMITS.fields - 1)).toMatchObject({
      errors: [{ message: expect.stringContaining('fields') }],
    });
  });
});
