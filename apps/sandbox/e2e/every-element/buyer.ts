/** Renders every element of checkout and customer accounts. */
import { element as e, eventLog, logged } from './element.ts';

declare const shopify: { extension: { target: string } };

const text = (type: string) => e('s-text', { type }, type);
const option = (value: string, label: string) => e('s-option', { value }, label);
const choice = (value: string, label: string, ...more: Element[]) => e('s-choice', { value }, label, ...more);

const typography = () =>
  e(
    's-section',
    { heading: 'Typography' },
    e('s-heading', {}, 'A heading'),
    e(
      's-paragraph',
      {},
      'Plain, ',
      text('strong'),
      ', ',
      text('emphasis'),
      ', ',
      text('mark'),
      ', ',
      text('redundant'),
      ', ',
      text('small'),
      ', ',
      text('offset'),
      ', ',
      text('address'),
      '.',
    ),
    e(
      's-paragraph',
      { tone: 'success' },
      'Success, with an ',
      e('s-abbreviation', { title: 'Universal Product Code' }, 'UPC'),
      ' from ',
      e('s-time', { dateTime: '2026-11-27' }, 'November 27'),
      '.',
    ),
    e('s-paragraph', { type: 'small', color: 'subdued' }, 'Small and subdued.'),
    e('s-unordered-list', {}, e('s-list-item', {}, 'First'), e('s-list-item', {}, 'Second')),
    e('s-ordered-list', {}, e('s-list-item', {}, 'First'), e('s-list-item', {}, 'Second')),
    e('s-divider'),
    e(
      's-stack',
      { direction: 'inline', gap: 'small', alignItems: 'center' },
      e('s-badge', {}, 'Neutral'),
      e('s-badge', { tone: 'critical', icon: 'alert-circle' }, 'Critical'),
      e('s-badge', { color: 'subdued', size: 'small' }, 'Small'),
      e('s-divider', { direction: 'block' }),
      e('s-chip', {}, e('s-icon', { slot: 'graphic', type: 'gift', size: 'small' }), 'Gift'),
      e(
        's-clickable-chip',
        { removable: true, onremove: logged(), onclick: logged(), onafterhide: logged('hidden') },
        'Removable',
      ),
      e('s-clickable-chip', {}, 'Clickable'),
    ),
  );

const icons = [
  'cart',
  'delivery',
  'gift-card',
  'star-filled',
  'info-filled',
  'savings',
  'truck',
  'lock',
  'globe',
  'no-such-icon',
];
const payments = [
  'visa',
  'mastercard',
  'amex',
  'paypal',
  'shop-pay',
  'apple-pay',
  'klarna',
  'ideal',
  'au-kantan-kessai',
  'generic',
];

const media = () =>
  e(
    's-section',
    { heading: 'Media' },
    e(
      's-stack',
      { direction: 'inline', gap: 'small' },
      ...icons.map((type) => e('s-icon', { type })),
      e('s-icon', { type: 'x-circle-filled', tone: 'critical', size: 'large-100' }),
    ),
    e(
      's-stack',
      { direction: 'inline', gap: 'small-200' },
      ...payments.map((type) => e('s-payment-icon', { type })),
    ),
    e(
      's-stack',
      { direction: 'inline', gap: 'large', alignItems: 'center' },
      e('s-product-thumbnail', { alt: 'Teapot', totalItems: 3 }),
      e('s-product-thumbnail', { alt: 'Cup', size: 'small-100' }),
      e(
        's-box',
        { inlineSize: '96px' },
        e('s-image', { alt: 'A view', aspectRatio: '1/1', borderRadius: 'large' }),
      ),
      e('s-qr-code', { content: 'https://shopify.dev/', accessibilityLabel: 'Documentation' }),
    ),
    e(
      's-map',
      {
        accessibilityLabel: 'Pickup points',
        latitude: 43.66,
        longitude: -70.25,
        zoom: 12,
        blockSize: '200px',
        onclick: logged('location'),
        onviewchange: logged('zoom'),
      },
      e('s-map-marker', {
        latitude: 43.66,
        longitude: -70.25,
        accessibilityLabel: 'Harbor Street',
        onclick: logged(),
      }),
      e('s-map-marker', {
        latitude: 43.67,
        longitude: -70.22,
        accessibilityLabel: 'Hill',
        clusterable: true,
      }),
    ),
  );

const feedback = () =>
  e(
    's-section',
    { heading: 'Feedback' },
    ...['info', 'success', 'warning', 'critical'].map((tone) =>
      e('s-banner', { tone, heading: `A banner: ${tone}` }, 'With its content.'),
    ),
    e(
      's-banner',
      {
        heading: 'Dismissible',
        dismissible: true,
        ondismiss: logged('hidden'),
        onafterhide: logged('hidden'),
      },
      'Content.',
    ),
    e('s-banner', { heading: 'Collapsible', collapsible: true }, 'Hidden at first.'),
    e(
      's-stack',
      { direction: 'inline', gap: 'base' },
      e('s-spinner', { size: 'small', accessibilityLabel: 'Small' }),
      e('s-spinner'),
      e('s-spinner', { size: 'large' }),
    ),
    e('s-progress', { value: 0.4, accessibilityLabel: 'Steps' }),
    e('s-progress', { value: 70, max: 100, tone: 'critical', accessibilityLabel: 'Space' }),
    e('s-skeleton-paragraph'),
    e('s-skeleton-paragraph', { content: 'As long as this text' }),
  );

const layout = () =>
  e(
    's-section',
    { heading: 'Layout' },
    e(
      's-query-container',
      { containerName: 'outer' },
      e(
        's-grid',
        {
          id: 'responsive',
          gridTemplateColumns: '@container (inline-size > 400px) 1fr 2fr, 1fr',
          gap: 'small',
        },
        e('s-box', { background: 'subdued', border: 'base', borderRadius: 'base', padding: 'base' }, 'One'),
        e(
          's-box',
          {
            border: 'large base dashed',
            borderRadius: 'large',
            padding: '@container outer (inline-size > 400px) large, small',
          },
          'Two',
        ),
        e(
          's-grid-item',
          { gridColumn: 'span 1', background: 'subdued', padding: 'small large' },
          'A grid item',
        ),
        e('s-text', { display: '@container (inline-size > 400px) auto, none' }, 'Wide only'),
      ),
    ),
    e(
      's-stack',
      {
        direction: 'inline',
        gap: 'large small',
        justifyContent: 'space-between',
        background: 'subdued',
        padding: 'small',
      },
      e('s-text', {}, 'Start'),
      e('s-text', {}, 'Middle'),
      e('s-text', {}, 'End'),
    ),
    e(
      's-scroll-box',
      { blockSize: '72px', accessibilityLabel: 'Terms', border: 'base', padding: 'small' },
      ...Array.from({ length: 6 }, (_, index) => e('s-paragraph', {}, `Line ${index + 1} of a long text.`)),
    ),
    e(
      's-details',
      { ontoggle: logged('oldState', 'newState'), onaftertoggle: logged('newState') },
      e('s-summary', {}, 'Details'),
      e('s-paragraph', {}, 'More about it.'),
    ),
  );

const actions = () =>
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

const fields = () =>
  e(
    's-form',
    { onsubmit: logged() },
    e(
      's-section',
      { heading: 'Form' },
      e('s-text-field', {
        label: 'Name',
        name: 'name',
        defaultValue: 'Ada',
        required: true,
        oninput: logged('value'),
        onchange: logged('value'),
        onfocus: logged(),
        onblur: logged(),
      }),
      e(
        's-text-field',
        { label: 'Code', icon: 'discount', prefix: 'SUMMER-', suffix: '%', error: 'This code has expired' },
        e('s-button', { slot: 'accessory' }, 'Apply'),
      ),
      e('s-email-field', { label: 'Email', readOnly: true, value: 'ada@example.com' }),
      e('s-phone-field', { label: 'Phone', type: 'mobile' }),
      e('s-url-field', { label: 'Website' }),
      e('s-password-field', { label: 'Password', disabled: true }),
      e('s-number-field', {
        label: 'Quantity',
        controls: 'stepper',
        min: 1,
        max: 3,
        defaultValue: '2',
        onchange: logged('value'),
      }),
      e('s-money-field', { label: 'Tip', defaultValue: '5.00' }),
      e('s-text-area', { label: 'Message', rows: 3 }),
      e(
        's-select',
        { label: 'Country', placeholder: 'Choose', onchange: logged('value') },
        option('ca', 'Canada'),
        option('us', 'United States'),
      ),
      e('s-checkbox', { label: 'Gift', name: 'gift', defaultChecked: true, onchange: logged('checked') }),
      e('s-checkbox', { label: 'Terms', error: 'Accept the terms' }),
      e('s-switch', { label: 'Notify me', onchange: logged('checked') }),
      e('s-consent-checkbox', { label: 'Text me', policy: 'sms-marketing' }),
      e('s-consent-phone-field', { label: 'Mobile number', policy: 'sms-marketing' }),
      e(
        's-choice-list',
        {
          label: 'Delivery',
          name: 'delivery',
          values: ['ship'],
          variant: 'list',
          onchange: logged('values'),
        },
        choice(
          'ship',
          'Ship',
          e('s-text', { slot: 'secondary-content' }, '$5'),
          e('s-text', { slot: 'details' }, 'In three days'),
          e('s-text-field', { slot: 'selected-content', label: 'Note to the carrier' }),
        ),
        choice('pickup', 'Pick up', e('s-text', { slot: 'secondary-content' }, 'Free')),
      ),
      e(
        's-choice-list',
        { label: 'Extras', multiple: true },
        e('s-choice', { value: 'wrap', defaultSelected: true }, 'Wrap it'),
        choice('card', 'Add a card'),
        e('s-choice', { value: 'none', disabled: true }, 'Sold out'),
      ),
      e('s-date-field', {
        label: 'Delivery date',
        defaultValue: '2026-12-24',
        disallowDays: 'sunday',
        onchange: logged('value'),
        oninvalid: logged(),
      }),
      e('s-date-picker', {
        defaultView: '2026-12',
        type: 'range',
        allow: '2026-12-02--',
        value: '2026-12-08--2026-12-11',
        onchange: logged('value'),
        onviewchange: logged('view'),
      }),
      e('s-drop-zone', {
        label: 'Add a photo',
        accept: '.png, image/jpeg',
        onchange: logged('value'),
        ondroprejected: logged(),
      }),
      // A stack lacks this slot, but the host shows the button.
      e(
        's-stack',
        {},
        e('s-button', { slot: 'primary-action', type: 'submit', variant: 'primary' }, 'Submit'),
      ),
    ),
  );

const customerAccount = () => [
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

export default (): void => {
  const sections = [typography(), media(), feedback(), layout(), actions(), fields()];
  if (shopify.extension.target !== 'customer-account.page.render') {
    document.body.append(eventLog, e('s-stack', { gap: 'large-200' }, ...sections), chat());
    return;
  }
  document.body.append(
    e(
      's-page',
      { heading: 'Every element', subheading: 'Of customer accounts', inlineSize: 'large' },
      e('s-link', { slot: 'breadcrumb-actions' }, 'Back'),
      e('s-button', { slot: 'primary-action', variant: 'primary' }, 'Save'),
      e('s-button', { slot: 'secondary-actions' }, 'Preview'),
      eventLog,
      ...customerAccount(),
      ...sections,
      chat(),
    ),
  );
};

function chat(): Element {
  const created = e('s-chat', {
    accessibilityLabel: 'Support',
    onready: () =>
      (created as unknown as { contentWindow: Window }).contentWindow.postMessage({ order: 1001 }),
  });
  return created;
}
