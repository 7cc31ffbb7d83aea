import type { SessionTokenResponse } from '@session-token/shared';
import type { I18n } from './surface.ts';

interface GreetingProps {
  i18n: I18n;
  session: SessionTokenResponse;
}

/** Greets the buyer by the claims that the server verified, not by data of the host. */
export function Greeting({ i18n, session }: GreetingProps) {
  const { shop } = session;
  const customerId = customerIdOf(session);
  return (
    <s-banner tone="success" heading={i18n.translate('verified.heading', { shop })}>
      <s-text>
        {customerId ? i18n.translate('verified.customer', { customerId }) : i18n.translate('verified.guest')}
      </s-text>
    </s-banner>
  );
}

/**
 * Returns the customer that the token names, or undefined for a guest.
 *
 * @public
 */
export const customerIdOf = (session: SessionTokenResponse): string | undefined =>
  session.kind === 'buyer' ? session.customerId : undefined;
