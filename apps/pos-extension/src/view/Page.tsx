import type { Desk } from '../desk.ts';
import { Loyalty } from '../loyalty/Loyalty.tsx';
import { Session } from './Session.tsx';

interface PageProps {
  desk: Desk;
}

/** Who works here, and what the app has for them once the server has verified that. */
export function Page({ desk }: PageProps) {
  return (
    <s-page heading={shopify.i18n.translate('page')}>
      <s-scroll-box>
        <s-stack gap="large" padding="base">
          <Loyalty desk={desk} />
          <Session session={desk.session} />
        </s-stack>
      </s-scroll-box>
    </s-page>
  );
}
