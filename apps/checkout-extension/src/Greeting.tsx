import type { SessionTokenResponse } from '@session-token/shared';

interface GreetingProps {
  session: SessionTokenResponse;
}

/** Greets by what the server verified, never by what the extension itself believes to know. */
export function Greeting({ session }: GreetingProps) {
  const { shop } = session;
  const customerId = session.kind === 'buyer' ? session.customerId : undefined;
  return (
    <s-banner tone="success" heading={shopify.i18n.translate('verified.heading', { shop })}>
      <s-paragraph>
        {customerId
          ? shopify.i18n.translate('verified.customer', { customerId })
          : shopify.i18n.translate('verified.guest')}
      </s-paragraph>
    </s-banner>
  );
}
