/** Shopify's surfaces whose extensions can get a session token. */
export const SURFACES = ['checkout', 'customer-account', 'pos'] as const;

export type Surface = (typeof SURFACES)[number];

export const SURFACE_TITLES: Record<Surface, string> = {
  checkout: 'Checkout',
  'customer-account': 'Customer account',
  pos: 'POS',
};

/** The surface of a target such as `customer-account.order-status.block.render`. */
export function surfaceOf(target: string): Surface {
  if (target.startsWith('pos.')) return 'pos';
  return target.startsWith('customer-account.') ? 'customer-account' : 'checkout';
}

/** Whether a target belongs to one of these surfaces. Others, such as the admin's, do not run here. */
export const isSurfaceTarget = (target: string): boolean => /^(purchase|customer-account|pos)\./.test(target);

/** The target that runs in the background while POS is open. */
export const BACKGROUND_TARGET = 'pos.app.ready.data';

/** Targets whose extension returns a value instead of rendering. */
export const isRunnable = (target: string): boolean =>
  target.startsWith('purchase.address-autocomplete.') || target.endsWith('.data');

/** Whether a target fills the screen when `action.presentModal()` or a menu item opens it. */
export const isFullScreen = (target: string): boolean =>
  target === 'pos.home.modal.render' || /\.action\.render$/.test(target);

/** Whether Shopify shows a target's page to customers only: all of the account but the order status page and the footer. */
export const needsLogin = (target: string): boolean =>
  target.startsWith('customer-account.') && !/\.(order-status|footer)\./.test(target);

/** Whether a target is rendered on a line of the cart. */
export const isOnCartLine = (target: string): boolean =>
  /\.cart-line-item\.(render-after|line-components\.render)$/.test(target);

/** Whether a target is a full page of the customer account. */
export const isFullPage = (target: string): boolean => target.endsWith('page.render');

/** The full-screen target that the extension of `target` can present, or `undefined`. */
export function modalTargetOf(target: string): string | undefined {
  if (target === 'pos.home.tile.render') return 'pos.home.modal.render';
  if (target.endsWith('.action.menu-item.render')) return target.replace('.menu-item', '');
  // The block of a screen presents the screen's action. Receipts have none.
  const isPosBlock = /^pos\..+\.block\.render$/.test(target) && !target.startsWith('pos.receipt-');
  return isPosBlock ? target.replace('.block.', '.action.') : undefined;
}
