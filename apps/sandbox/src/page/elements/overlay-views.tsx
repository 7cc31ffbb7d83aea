import type { View } from './host-element.ts';
import { Image } from './image.tsx';
import { Overlay, OverlayActions } from './overlay.tsx';
import { classes, flag, text } from './values.ts';

const modal: View = (properties, element) => (
  <Overlay
    properties={properties}
    element={element}
    class={classes('modal', text(properties, 'size'), text(properties, 'padding') === 'none' && 'no-padding')}
    footer={<OverlayActions element={element} />}
  >
    <slot />
  </Overlay>
);

const sheet: View = (properties, element) => (
  <Overlay
    properties={properties}
    element={element}
    class="sheet"
    defaultOpen={flag(properties, 'defaultOpen')}
    footer={<OverlayActions element={element} />}
  >
    <slot />
  </Overlay>
);

/** Shows the action that a buyer chose for an order, as the page of a dialog. */
const customerAccountAction: View = (properties, element) => (
  <section class="dialog action-dialog" aria-label={text(properties, 'heading')}>
    <header class="dialog-head">
      <h2 class="heading">{text(properties, 'heading')}</h2>
    </header>
    <div class="dialog-body">
      <slot />
    </div>
    <OverlayActions element={element} />
  </section>
);

/** Private in Shopify's types. The extension opens and closes it by `open`; nothing leads to Shop Pay here. */
const loginWithShop: View = (properties, element) => {
  if (!flag(properties, 'open')) return null;
  const cancel = text(properties, 'modalCancelText');
  const logo = text(properties, 'modalLogoSrc');
  return (
    <section class="dialog action-dialog" aria-label={text(properties, 'modalTitle') ?? 'Shop Pay'}>
      <div class="dialog-body shop-login">
        {logo && <Image source={logo} alt="" class="shop-login-logo" />}
        <h2 class="heading">{text(properties, 'modalTitle')}</h2>
        <p class="text">{text(properties, 'modalDescription')}</p>
        <button type="button" class="button primary fill" onClick={() => element.emit('complete')}>
          {text(properties, 'modalContinueText') ?? 'Continue'}
        </button>
        <button type="button" class="button fill" onClick={() => element.emit('closed')}>
          {cancel ?? 'Close'}
        </button>
      </div>
    </section>
  );
};

export const OVERLAY_VIEWS: Record<string, View> = {
  's-customer-account-action': customerAccountAction,
  's-login-with-shop': loginWithShop,
  's-modal': modal,
  's-sheet': sheet,
};
