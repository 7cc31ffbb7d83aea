import { element as e, logged } from '../element.ts';

export const customerAccount = () => [
  e(
    's-announcement',
    { ondismiss: logged(), ontoggle: logged('newState') },
    e('s-text', {}, 'An announcement of the shop'),
  ),
  e(
    's-stack',
    { direction: 'inline', gap: 'small', alignItems: 'center' },
    e('s-avatar', { initials: 'AL', alt: 'Ada Lovelace' }),
    e('s-avatar', { size: 'small', alt: 'Somebody' }),
    e('s-button', { commandFor: 'menu' }, 'Manage'),
    e(
      's-menu',
      { id: 'menu', accessibilityLabel: 'Manage order' },
      e('s-button', { onclick: logged() }, 'Return'),
      e('s-button', { tone: 'critical' }, 'Cancel order'),
    ),
  ),
  e(
    's-button-group',
    { accessibilityLabel: 'Order actions' },
    e('s-button', { slot: 'secondary-actions' }, 'Track'),
    e('s-button', { slot: 'primary-action', variant: 'primary' }, 'Buy again'),
  ),
  e(
    's-image-group',
    { totalItems: 6 },
    ...['One', 'Two', 'Three', 'Four', 'Five'].map((alt) => e('s-image', { alt })),
  ),
  e(
    's-customer-account-action',
    { heading: 'Request a return' },
    e('s-paragraph', {}, 'Choose the items.'),
    e('s-button', { slot: 'primary-action', variant: 'primary' }, 'Submit request'),
    e('s-button', { slot: 'secondary-actions' }, 'Not now'),
  ),
];
