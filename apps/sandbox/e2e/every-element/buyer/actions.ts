import { element as e, logged } from '../element.ts';

export const actions = () =>
  e(
    's-section',
    { heading: 'Actions' },
    e(
      's-stack',
      { direction: 'inline', gap: 'small' },
      e('s-button', { variant: 'primary', onclick: logged() }, e('s-icon', { type: 'bag' }), 'Primary'),
      e('s-button', { variant: 'secondary' }, 'Secondary'),
      e('s-button', { tone: 'critical' }, 'Critical'),
      e('s-button', { disabled: true }, 'Disabled'),
      e('s-button', { loading: true }, 'Loading'),
      e('s-press-button', { defaultPressed: true, onclick: logged() }, 'Press'),
      e('s-press-button', { defaultPressed: true }, 'Size M ', e('s-text', { color: 'subdued' }, '2 left')),
      e('s-button', { variant: 'primary' }, 'Pay ', e('s-text', { tone: 'critical' }, 'today')),
      e('s-button', { href: 'https://example.com/help' }, 'Link button'),
    ),
    e(
      's-paragraph',
      {},
      'A ',
      e('s-link', { href: 'https://example.com/terms' }, 'link'),
      ', and one that opens a ',
      e('s-link', { command: '--show', commandFor: 'modal' }, 'modal'),
      '.',
    ),
    e(
      's-clickable',
      { border: 'base', borderRadius: 'base', padding: 'base', onclick: logged(), interestFor: 'tip' },
      e('s-text', {}, 'Clickable, with a tooltip'),
    ),
    e('s-tooltip', { id: 'tip' }, 'The tooltip'),
    e(
      's-stack',
      { direction: 'inline', gap: 'small' },
      e('s-button', { commandFor: 'modal', command: '--show' }, 'Open modal'),
      e('s-button', { commandFor: 'sheet' }, 'Open sheet'),
      e('s-button', { commandFor: 'popover' }, 'Open popover'),
      e('s-button', { commandFor: 'copied', command: '--copy' }, 'Copy'),
    ),
    e('s-clipboard-item', { id: 'copied', text: 'COPIED10', oncopy: logged() }),
    e(
      's-popover',
      { id: 'popover', onshow: logged(), onhide: logged() },
      e('s-paragraph', {}, 'In the popover'),
    ),
    e('s-login-with-shop', {
      open: true,
      modalTitle: 'Continue with Shop',
      modalDescription: 'Faster checkout.',
      modalCancelText: 'Not now',
    }),
    modal(),
    e(
      's-sheet',
      { id: 'sheet', heading: 'Sheet', accessibilityLabel: 'Consent' },
      e('s-paragraph', {}, 'In the sheet'),
      e(
        's-button',
        { slot: 'primary-action', variant: 'primary', commandFor: 'sheet', command: '--hide' },
        'Accept',
      ),
    ),
  );

function modal(): Element {
  const overlay = e(
    's-modal',
    {
      id: 'modal',
      heading: 'Modal',
      onshow: logged(),
      onaftershow: logged(),
      onhide: logged(),
      onafterhide: logged(),
    },
    e('s-paragraph', {}, 'In the modal'),
    e('s-text-field', { label: 'Name' }),
    e(
      's-button',
      {
        slot: 'primary-action',
        variant: 'primary',
        onclick: () => (overlay as Element & { hideOverlay(): void }).hideOverlay(),
      },
      'Done',
    ),
    e('s-button', { slot: 'secondary-actions', commandFor: 'modal', command: '--hide' }, 'Cancel'),
  );
  return overlay;
}
