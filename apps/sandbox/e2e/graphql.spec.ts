import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** Queries the Storefront API in both ways, and asks for a field that does not exist. */
const QUERIES = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
export default async () => {
  const product = 'query GetProduct($id: ID!) { product(id: $id) { title featuredImage { url } } }';
  const { data } = await shopify.query(product, { variables: { id: 'gid://shopify/Product/2' } });
  const response = await fetch('shopify://storefront/api/2026-04/graphql.json', {
    method: 'POST',
    body: JSON.stringify({ query: '{ shop { name } }' }),
  });
  const { shop } = (await response.json()).data;
  const { errors } = await shopify.query('query Wrong { shop { colour } }');
  render(
    <s-stack>
      <s-text>{shop.name}: {data.product.title}. {errors[0].message}</s-text>
      <s-image src={data.product.featuredImage.url + '&width=64'} alt="The product" />
    </s-stack>,
    document.body,
  );
};
`;

let extension: WatchedExtension;
test.beforeAll(async () => {
  extension = await startWatchedExtension(QUERIES, { capabilities: ['api_access'] });
});
test.afterAll(() => extension.stop());

test('an extension queries the Storefront API without network access, and the log shows it', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('Sandbox Supply: Gooseneck kettle.');
  const message = "Field 'colour' doesn't exist on type 'Shop'";
  await expect(sandbox.extension).toContainText(message);
  const image = sandbox.extension.getByRole('img', { name: 'The product' });
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

  const rows = page.getByTestId('graphql-exchange');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('query Wrong');
  await expect(rows.nth(1)).toContainText('Storefront API 2026-04');
  await expect(rows.last()).toContainText('query GetProduct {"id":"gid://shopify/Product/2"}');
  await expect(sandbox.extension.getByRole('status', { name: 'Warnings' })).toContainText(message);
  await expect(sandbox.outcome).toHaveAttribute('data-outcome', /waiting|no-network/);
});
