/** Renders every element of POS but the tile, which other targets cannot have. */
import { element as e, eventLog, logged } from '../../element.ts';

const icons = [
  'cart',
  'barcode',
  'cash-dollar',
  'discount-add',
  'point-of-sale-register',
  'scan-qr-code',
  'live-critical',
];

const basics = () =>
  e(
    's-section',
    { heading: 'Basics' },
    e('s-button', { slot: 'secondary-actions' }, 'Edit'),
    e('s-heading', {}, 'A heading'),
    e('s-text', { type: 'strong', tone: 'success' }, 'Strong success'),
    e(
      's-stack',
      { direction: 'inline', gap: 'small' },
      ...icons.map((type) => e('s-icon', { type })),
      ...['neutral', 'info', 'success', 'caution', 'warning', 'critical'].map((tone) =>
        e('s-badge', { tone }, tone),
      ),
    ),
    e('s-divider'),
    e('s-box', { padding: 'base' }, e('s-image', { inlineSize: 'fill' })),
    e(
      's-banner',
      { heading: 'A banner', tone: 'warning' },
      'Its content',
      e('s-button', { slot: 'primary-action' }, 'Retry'),
    ),
    e('s-spinner'),
    e(
      's-scroll-box',
      { maxBlockSize: '80px' },
      ...Array.from({ length: 6 }, (_, index) => e('s-text', {}, `Line ${index + 1} `)),
    ),
    e('s-clickable', { onclick: logged() }, e('s-text', {}, 'Clickable row')),
    e('s-link', { commandFor: 'modal', command: '--show' }, 'Open by a link'),
    e(
      's-stack',
      { direction: 'inline', gap: 'small' },
      e('s-button', { variant: 'primary', commandFor: 'modal', command: '--show' }, 'Open modal'),
      e('s-button', { tone: 'critical' }, 'Delete'),
      e('s-button', { loading: true }, 'Loading'),
    ),
    e(
      's-modal',
      { id: 'modal', heading: 'Refund?', onshow: logged(), onhide: logged() },
      e('s-text', {}, 'It cannot be undone.'),
    ),
  );

const fields = () =>
  e(
    's-section',
    { heading: 'Fields' },
    e('s-search-field', { placeholder: 'Search customers', oninput: logged('value') }),
    e('s-text-field', { label: 'Name', details: 'As on the card', oninput: logged('value') }),
    e('s-email-field', { label: 'Email', error: 'Not an address' }),
    e('s-text-area', { label: 'Note', rows: 2 }),
    e('s-number-field', { label: 'Quantity', controls: 'stepper', value: '2', onchange: logged('value') }),
    e('s-date-field', { label: 'Date', value: '2026-12-24' }),
    e('s-time-field', { label: 'Time', value: '09:30:00' }),
    e('s-switch', { label: 'Email the receipt', details: 'To the customer', onchange: logged('checked') }),
    e(
      's-choice-list',
      { values: ['s'], onchange: logged('values') },
      e('s-choice', { value: 's' }, 'Small'),
      e('s-choice', { value: 'l' }, 'Large'),
    ),
    e(
      's-stack',
      { direction: 'inline', gap: 'large' },
      e('s-date-picker', { value: '2026-12-24', onchange: logged('value') }),
      e('s-date-spinner', { value: '2026-12-24' }),
      e('s-time-picker', { value: '09:30:00' }),
    ),
  );

const tabs = () =>
  e(
    's-tabs',
    { defaultValue: 'first', onchange: logged('value') },
    e(
      's-tab-list',
      {},
      e('s-tab', { controls: 'first' }, 'First'),
      e('s-tab', { controls: 'second' }, 'Second'),
      e('s-tab', { controls: 'third', disabled: true }, 'Third'),
    ),
    e('s-tab-panel', { id: 'first' }, e('s-text', {}, 'The first panel')),
    e('s-tab-panel', { id: 'second' }, e('s-text', {}, 'The second panel')),
    e('s-tab-panel', { id: 'third' }, e('s-text', {}, 'The third panel')),
  );

export default (): void => {
  document.body.append(
    e(
      's-page',
      { heading: 'Every element', subheading: 'Of POS' },
      e('s-button', { slot: 'secondary-actions' }, 'Save'),
      eventLog,
      basics(),
      fields(),
      tabs(),
      e(
        's-pos-block',
        { heading: 'A block' },
        e('s-button', { slot: 'secondary-actions' }, 'Adjust'),
        e('s-text', {}, '120 points'),
      ),
      e(
        's-empty-state',
        { heading: 'No orders', subheading: 'They appear here' },
        e('s-icon', { slot: 'graphic', type: 'search' }),
        e('s-button', { slot: 'primary-action' }, 'Create order'),
      ),
      e('s-embed', { src: '/help.pdf', type: 'application/pdf', blockSize: '160px' }),
      e('s-box', { slot: 'aside' }, e('s-text', { color: 'subdued' }, 'Aside')),
    ),
  );
};
