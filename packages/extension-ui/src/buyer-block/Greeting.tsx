import type { SessionTokenResponse } from '@session-token/shared';
import type { Texts } from '../texts.ts';
import { customerIdOf } from './buyer.ts';

interface GreetingProps {
  texts: Texts;
  session: SessionTokenResponse;
}

/** Greets by what the server verified, never by what the extension itself believes to know. */
export function Greeting({ texts, session }: GreetingProps) {
  const { shop } = session;
  const customerId = customerIdOf(session);
  return (
    <s-banner tone="success" heading={texts.translate('verified.heading', { shop })}>
      <s-paragraph>
        {customerId
          ? texts.translate('verified.customer', { customerId })
          : texts.translate('verified.guest')}
      </s-paragraph>
    </s-banner>
  );
}
