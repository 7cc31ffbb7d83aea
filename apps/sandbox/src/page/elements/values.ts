import type { Properties } from './host-element.ts';

/** Returns a property's text; `undefined` if it is unset, empty or not a string. */
export function text(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const flag = (properties: Properties, name: string): boolean => properties[name] === true;

/** Shopify's size keywords in pixels (Polaris web components, spacing scale). */
const SPACE: Record<string, string> = {
  none: '0',
  'small-500': '2px',
  'small-400': '4px',
  'small-300': '6px',
  'small-200': '8px',
  'small-100': '10px',
  small: '12px',
  base: '16px',
  large: '20px',
  'large-100': '20px',
  'large-200': '24px',
  'large-300': '32px',
  'large-400': '40px',
  'large-500': '48px',
};

/** `small none` → `12px 0`; `undefined` for anything else, such as a container query. */
export function space(value: string | undefined): string | undefined {
  const sizes = value?.split(/\s+/).map((word) => SPACE[word]);
  return sizes?.every((size) => size !== undefined) ? sizes.join(' ') : undefined;
}

export type Style = Record<string, string>;

/** Drops unset values: an empty `rowGap` would override `gap`. */
export function style(values: Record<string, string | undefined>): Style {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Styles shared by boxes: padding, background, border, corners, size. */
export function boxStyle(properties: Properties): Style {
  const padding = (name: string) => space(text(properties, name));
  return style({
    padding: padding('padding'),
    paddingBlock: padding('paddingBlock'),
    paddingInline: padding('paddingInline'),
    paddingBlockStart: padding('paddingBlockStart'),
    paddingBlockEnd: padding('paddingBlockEnd'),
    paddingInlineStart: padding('paddingInlineStart'),
    paddingInlineEnd: padding('paddingInlineEnd'),
    background: BACKGROUNDS[text(properties, 'background') ?? ''],
    border: border(properties),
    borderRadius: RADII[text(properties, 'borderRadius') ?? ''],
    inlineSize: length(properties, 'inlineSize'),
    minInlineSize: length(properties, 'minInlineSize'),
    maxInlineSize: length(properties, 'maxInlineSize'),
    blockSize: length(properties, 'blockSize'),
    minBlockSize: length(properties, 'minBlockSize'),
    maxBlockSize: length(properties, 'maxBlockSize'),
    overflow: text(properties, 'overflow') === 'hidden' ? 'hidden' : undefined,
  });
}

const BACKGROUNDS: Record<string, string> = {
  base: 'var(--surface)',
  subdued: 'var(--surface-subdued)',
  strong: 'var(--surface-strong)',
};

const RADII: Record<string, string> = {
  none: '0',
  small: '4px',
  base: '8px',
  large: '12px',
  max: '999px',
};

function border(properties: Properties): string | undefined {
  const word = text(properties, 'border')?.split(/\s+/)[0];
  if (!word || word === 'none') return undefined;
  return `${word.startsWith('large') ? 2 : 1}px solid var(--line)`;
}

/** `fill` means the whole inline size; px and % lengths are kept. */
function length(properties: Properties, name: string): string | undefined {
  const value = text(properties, name);
  if (value === 'fill') return '100%';
  return value && /^\d+(\.\d+)?(px|%)$/.test(value) ? value : undefined;
}
