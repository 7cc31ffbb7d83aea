import '@shopify/ui-extensions/preact';
import {
  type BuyerClient,
  createBuyerClient,
  readApiBaseUrl,
  useQuery,
} from '@session-token/extension-client';
import { BuyerFailure, Greeting, Loading } from '@session-token/extension-ui';
import { Loyalty } from '@session-token/extension-ui/loyalty';
import { render } from 'preact';
import { createSurface } from './surface.ts';

export default async () => {
  const client = createBuyerClient({
    // APP_URL at build time. Nothing changes it later, so tokens go to no other server.
    apiBaseUrl: readApiBaseUrl(),
    // Called right before each request. Shopify caches the token.
    getToken: () => shopify.sessionToken.get(),
  });
  render(<OrderStatus client={client} />, document.body);
};

function OrderStatus({ client }: { client: BuyerClient }) {
  const surface = createSurface();
  // GET /api/session-token, with the token as `Authorization: Bearer`
  const session = useQuery((signal) => {
    void surface.buyerKey(); // Another buyer has another token: fetch again.
    return client.readSession(signal);
  });

  const result = session.result.value;
  if (!result) return <Loading label={shopify.i18n.translate('loading')} />;
  if (!result.ok) return <BuyerFailure surface={surface} failure={result} onRetry={session.refetch} />;
  return (
    <s-stack gap="base">
      <Greeting i18n={shopify.i18n} session={result.value} />
      <Loyalty client={client} surface={surface} session={result.value} />
    </s-stack>
  );
}
