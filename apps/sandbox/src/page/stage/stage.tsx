import type { ComponentChildren } from 'preact';
import type { Surface } from '../../contract/surfaces.ts';
import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import { SHOP } from '../scene/shop.ts';
import { CheckoutPage } from './checkout-page.tsx';
import { OrderStatusPage } from './order-status-page.tsx';
import { PosPage } from './pos-page.tsx';
import { ThankYouPage } from './thank-you-page.tsx';

/** The surface as people know it. All but the extension is scenery, and out of the way of keyboard and screen reader. */
export function Stage({ bench }: { bench: Bench }) {
  const surface = bench.surface.value;
  if (!bench.target.value && bench.extensions.value.length > 0) return <NoExtension bench={bench} />;
  return (
    <section class="stage" aria-label={LABELS[surface]}>
      {surface === 'pos' ? <PosPage bench={bench} /> : <BuyerPage bench={bench} />}
      <div class="toasts" role="status">
        {bench.toasts.value.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </div>
    </section>
  );
}

const LABELS: Record<Surface, string> = {
  checkout: 'Checkout',
  'customer-account': 'Order status',
  pos: 'Point of sale',
};

function BuyerPage({ bench }: { bench: Bench }) {
  if (bench.surface.value === 'customer-account') {
    return (
      <Browser path="/account/orders/1001">
        <OrderStatusPage bench={bench} />
      </Browser>
    );
  }
  const isThankYou = bench.target.value?.startsWith('purchase.thank-you.');
  return (
    <Browser path={isThankYou ? '/checkouts/cn/sandbox/thank-you' : '/checkouts/cn/sandbox'}>
      {isThankYou ? <ThankYouPage bench={bench} /> : <CheckoutPage bench={bench} />}
    </Browser>
  );
}

function Browser({ path, children }: { path: string; children: ComponentChildren }) {
  return (
    <div class="browser">
      <div class="browser-bar" aria-hidden="true">
        <i />
        <i />
        <i />
        <span class="address">
          <Icon name="lock" />
          {SHOP.myshopifyDomain}
          <span>{path}</span>
        </span>
      </div>
      {children}
    </div>
  );
}

function NoExtension({ bench }: { bench: Bench }) {
  const names = bench.extensions.value.map(({ id }) => id).join(', ');
  return (
    <section class="stage" aria-label="Nothing to run">
      <p class="notice" role="status">
        None of the extensions here ({names}) is for this surface, or it does not build yet.
      </p>
    </section>
  );
}
