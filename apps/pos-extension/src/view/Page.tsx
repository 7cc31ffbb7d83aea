import type { Desk } from '../desk/desk.ts';
import { Customer } from './Customer.tsx';
import { Finder } from './Finder.tsx';
import { Session } from './Session.tsx';

interface PageProps {
  desk: Desk;
}

/** Who works here, and, once the server has verified that, the points of a customer. */
export function Page({ desk }: PageProps) {
  const isVerified = desk.session.result.value?.ok === true;
  return (
    <s-page heading={shopify.i18n.translate('page')}>
      <s-scroll-box>
        <s-stack gap="large" padding="base">
          {isVerified && <Finder desk={desk} />}
          {isVerified && <Customer desk={desk} />}
          <Session session={desk.session} />
        </s-stack>
      </s-scroll-box>
    </s-page>
  );
}
