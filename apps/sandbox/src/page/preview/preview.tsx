import type { ComponentChildren } from 'preact';
import type { Surface } from '../../contract/surfaces.ts';
import { SHOP } from '../../fixtures/shop.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { CheckoutPage } from './checkout-page.tsx';
import { OrderStatusPage } from './order-status-page.tsx';
import { PosPage } from './pos-page.tsx';
import { ThankYouPage } from './thank-you-page.tsx';

/** The surface as people know it. All but the extension is scenery, and out of the way of keyboard and screen reader. */
export function Preview({ model }: { model: SandboxModel }) {
  const surface = model.surface.value;
  if (!model.target.value && model.extensions.value.length > 0) return <NoExtension model={model} />;
  return (
    <section class="preview" aria-label={LABELS[surface]}>
      {surface === 'pos' ? <PosPage model={model} /> : <BuyerPage model={model} />}
      <div class="toasts" role="status">
        {model.toasts.value.map((text, index) => (
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

function BuyerPage({ model }: { model: SandboxModel }) {
  if (model.surface.value === 'customer-account') {
    return (
      <Browser path="/account/orders/1001">
        <OrderStatusPage model={model} />
      </Browser>
    );
  }
  const isThankYou = model.target.value?.startsWith('purchase.thank-you.');
  return (
    <Browser path={isThankYou ? '/checkouts/cn/sandbox/thank-you' : '/checkouts/cn/sandbox'}>
      {isThankYou ? <ThankYouPage model={model} /> : <CheckoutPage model={model} />}
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

function NoExtension({ model }: { model: SandboxModel }) {
  const names = model.extensions.value.map(({ id }) => id).join(', ');
  return (
    <section class="preview" aria-label="Nothing to run">
      <p class="notice" role="status">
        None of the extensions here ({names}) is for this surface, or it does not build yet.
      </p>
    </section>
  );
}
