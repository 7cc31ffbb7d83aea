import { type ElementHandle, setAttribute } from './host-element.ts';
import { parseResponsive, responsiveRules } from './responsive.ts';
import { type Properties, text } from './values.ts';

/** Shopify's size keywords in pixels (Polaris web components, spacing scale). */
const SPACE: Record<string, string> = {
  none: '0px',
  'small-500': '2px',
  'small-400': '4px',
  'small-300': '6px',
  'small-200': '8px',
  'small-100': '10px',
  small: '12px',
  base: '16px',
  large: '20px',
  'large-100': '24px',
  'large-200': '28px',
  'large-300': '32px',
  'large-400': '40px',
  'large-500': '48px',
};

const BORDER_WIDTHS: Record<string, string> = {
  none: '0px',
  'small-100': '0.5px',
  small: '0.5px',
  base: '1px',
  large: '2px',
  'large-100': '3px',
  'large-200': '4px',
};

const RADII: Record<string, string> = {
  none: '0px',
  'small-200': '2px',
  'small-100': '3px',
  small: '4px',
  base: 'var(--radius)',
  large: '12px',
  'large-100': '16px',
  'large-200': '20px',
  max: '999px',
};

const COLORS: Record<string, string> = {
  transparent: 'transparent',
  subdued: 'var(--surface-subdued)',
  base: 'var(--surface)',
  strong: 'var(--surface-strong)',
};

const LINE_COLORS: Record<string, string> = {
  subdued: 'var(--line)',
  base: 'var(--line)',
  strong: 'var(--line-strong)',
};

type ToCss = (value: string) => string | undefined;

/** Maps one to four words: `small none` → `12px 0px`. */
const words =
  (name: string, table: Record<string, string>): ToCss =>
  (value) => {
    const sizes = value.split(/\s+/).map((word) => table[word]);
    return sizes.every((size) => size !== undefined) ? `${name}:${sizes.join(' ')}` : undefined;
  };

const length =
  (name: string): ToCss =>
  (value) => {
    if (value === 'fill') return `${name}:100%`;
    if (value === 'fit-content') return `${name}:fit-content`;
    return /^(auto|none|0|\d+(\.\d+)?(px|%))$/.test(value) ? `${name}:${value}` : undefined;
  };

/** Values that CSS knows, of letters, digits and functions only. */
const css =
  (name: string): ToCss =>
  (value) =>
    /^[\w\s.,%()[\]/-]+$/.test(value) && !/url|image/i.test(value) ? `${name}:${value}` : undefined;

const paddings = Object.fromEntries(
  ['', '-block', '-block-start', '-block-end', '-inline', '-inline-start', '-inline-end'].map((side) => [
    camelCase(`padding${side}`),
    words(`padding${side}`, SPACE),
  ]),
);

const sizes = Object.fromEntries(
  ['inline-size', 'block-size'].flatMap((axis) =>
    ['', 'min-', 'max-'].map((limit) => [camelCase(limit + axis), length(limit + axis)]),
  ),
);

/** The properties of boxes, in the order in which one overrides another. */
const RULES: Record<string, ToCss> = {
  ...paddings,
  ...sizes,
  background: (value) => (COLORS[value] ? `background:${COLORS[value]}` : undefined),
  border: (value) => {
    const [width = '', color = 'base', style = 'auto'] = value.split(/\s+/);
    if (BORDER_WIDTHS[width] === undefined) return undefined;
    return `border:${BORDER_WIDTHS[width]} ${style === 'auto' ? 'solid' : style} ${LINE_COLORS[color] ?? 'var(--line)'}`;
  },
  borderWidth: words('border-width', BORDER_WIDTHS),
  borderStyle: words('border-style', {
    none: 'none',
    auto: 'solid',
    solid: 'solid',
    dashed: 'dashed',
    dotted: 'dotted',
  }),
  borderColor: (value) => (LINE_COLORS[value] ? `border-color:${LINE_COLORS[value]}` : undefined),
  borderRadius: words('border-radius', RADII),
  overflow: (value) => {
    const [block, inline = block] = value.split(/\s+/);
    return /^(auto|hidden|visible)$/.test(block ?? '') ? `overflow:${inline} ${block}` : undefined;
  },
  gap: (value) => {
    // Unlike in CSS, two values are the inline gap and the block gap.
    const [inline = '', block = inline] = value.split(/\s+/);
    return words('gap', SPACE)(`${block} ${inline}`);
  },
  rowGap: words('row-gap', SPACE),
  columnGap: words('column-gap', SPACE),
  direction: (value) =>
    value === 'inline' ? 'flex-flow:row wrap' : value === 'block' ? 'flex-flow:column' : undefined,
  gridTemplateColumns: css('grid-template-columns'),
  gridTemplateRows: css('grid-template-rows'),
  gridColumn: css('grid-column'),
  gridRow: css('grid-row'),
  placeItems: css('place-items'),
  placeContent: css('place-content'),
  alignItems: css('align-items'),
  alignContent: css('align-content'),
  justifyItems: css('justify-items'),
  justifyContent: css('justify-content'),
  display: displayCss,
  position: (value) => (/^(static|relative|absolute|sticky)$/.test(value) ? `position:${value}` : undefined),
  insetBlock: css('inset-block'),
  insetInline: css('inset-inline'),
  transform: css('transform'),
};

/** `auto` undoes `none` where a condition holds. */
export function displayCss(value: string): string | undefined {
  return { none: 'display:none', auto: 'display:revert-layer' }[value];
}

/** Properties that style the area that the buyer presses, where it is not the element itself. */
const INNER = new Set(Object.keys(paddings));

/**
 * The rules for the layout properties of a box. `inner` selects the part that takes the padding. Default: the element.
 */
export function boxRules(properties: Properties, inner = ':host'): string {
  return Object.entries(RULES)
    .map(([name, toCss]) => {
      const value = text(properties, name);
      const responsive = value === undefined ? undefined : parseResponsive(value);
      return responsive ? responsiveRules(INNER.has(name) ? inner : ':host', responsive, toCss) : '';
    })
    .join('');
}

/** `accessibilityRole` → ARIA role. */
const ROLES: Record<string, string> = {
  main: 'region',
  header: 'group',
  footer: 'group',
  section: 'region',
  aside: 'complementary',
  navigation: 'navigation',
  'ordered-list': 'list',
  'unordered-list': 'list',
  'list-item': 'listitem',
  'list-item-separator': 'separator',
  separator: 'separator',
  status: 'status',
  alert: 'alert',
  presentation: 'presentation',
  none: 'none',
};

/** Applies role, label and visibility for assistive technologies. */
export function setAccessibility(properties: Properties, { host }: ElementHandle): void {
  const label = text(properties, 'accessibilityLabel');
  const role = ROLES[text(properties, 'accessibilityRole') ?? ''] ?? (label && 'group');
  setAttribute(host, 'role', role);
  setAttribute(host, 'aria-label', label);
  const visibility = text(properties, 'accessibilityVisibility');
  setAttribute(host, 'aria-hidden', visibility === 'hidden' ? 'true' : undefined);
  host.classList.toggle('visually-hidden', visibility === 'exclusive');
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
