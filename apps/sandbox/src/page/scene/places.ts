import { isFullScreen } from '../../contract/surfaces.ts';

/** Where in the page of its surface an extension is shown, by the end of its target. */
const PLACES = {
  header: ['.header.render-after', '.announcement.render', 'page.render'],
  contact: ['.contact.render-after', '.customer-information.render-after'],
  'address-before': ['.delivery-address.render-before'],
  'address-after': ['.delivery-address.render-after', '.suggest', '.format-suggestion'],
  'shipping-before': [
    '-option-list.render-before',
    '-location-list.render-before',
    '-point-list.render-before',
  ],
  'shipping-option': ['-option-item.render-after', '-option-item.details.render'],
  'shipping-after': ['-option-list.render-after', '-location-list.render-after', '-point-list.render-after'],
  'payment-before': ['.payment-method-list.render-before'],
  'payment-after': ['.payment-method-list.render-after', '.payment-details.render-after'],
  actions: ['.actions.render-before', '.order.action.menu-item.render'],
  line: ['.cart-line-item.render-after'],
  lines: ['.cart-line-list.render-after', '.unfulfilled-items.render-after'],
  'reductions-before': ['.reductions.render-before'],
  'reductions-after': ['.reductions.render-after'],
  footer: ['.footer.render-after'],
  chat: ['.chat.render'],
  tile: ['.tile.render'],
} as const satisfies Record<string, readonly string[]>;

export type PlaceName = keyof typeof PLACES | 'modal' | 'block';

/** `block` where the surface's page has no better place. */
export function placeOf(target: string): PlaceName {
  if (isFullScreen(target)) return 'modal';
  const found = Object.entries(PLACES).find(([, ends]) => ends.some((end) => target.endsWith(end)));
  return found ? (found[0] as PlaceName) : 'block';
}
