/** Queries the Storefront API in both ways, and asks for a field that does not exist. */
import '@shopify/ui-extensions/preact';
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
      <s-text>
        {shop.name}: {data.product.title}. {errors[0].message}
      </s-text>
      <s-image src={`${data.product.featuredImage.url}&width=64`} alt="The product" />
    </s-stack>,
    document.body,
  );
};
