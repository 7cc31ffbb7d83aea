import '@shopify/ui-extensions/preact';
import { render } from 'preact';

/** Makes a round trip to the app's server and a GraphQL query, and shows how both ended. */
export default async () => {
  const token = await shopify.sessionToken.get();
  const response = await fetch(`${process.env.APP_URL}/api/session-token`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { data } = await shopify.query<{ shop: { id: string } }>('{ shop { id } }');
  render(
    <s-banner>
      The server says {response.status}, and {data?.shop.id} has a block.
    </s-banner>,
    document.body,
  );
};
