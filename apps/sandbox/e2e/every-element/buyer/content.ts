import { element as e, logged } from '../element.ts';

const text = (type: string) => e('s-text', { type }, type);

export const typography = () =>
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

export const media = () =>
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

export const feedback = () =>
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
