import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../src/page/styles');

/** Defines every color, font size and distance of the page. */
const SCALE = 'tokens.css';

/** The mock pages have the look of another product: their scale replaces parts of the page's. */
const MOCK_SCALE = 'mock-scale.css';
const SCALES: readonly string[] = [SCALE, MOCK_SCALE, 'mock-pos-elements.css'];
const MOCK_PAGES = [
  'account.css',
  'checkout.css',
  'editor.css',
  'extension-block.css',
  'pos.css',
  'pos-overlays.css',
  'pos-screens.css',
  'summary.css',
];

const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

const styles = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
const isMock = (name: string) => name.startsWith('mock-') || MOCK_PAGES.includes(name);
const frame = styles.filter((name) => name !== SCALE && !isMock(name));
const mock = styles.filter((name) => !SCALES.includes(name) && isMock(name));

/** Returns the declarations whose property matches. */
const declarations = (css: string, property: RegExp): string[] =>
  [...css.matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)]
    .filter(([, name]) => property.test(name!))
    .map(([declaration]) => declaration.replaceAll(/\s+/g, ' '));

const COLOR = /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(/i;
const NAMED_COLOR =
  /(?<=[:\s,(])(white|black|gr[ae]y|red|green|blue|orange|yellow|purple|pink|navy|teal)(?=[\s;,)])/i;
/** A length that is not a property of the scale. */
const LENGTH = /(?<![\w-])\d*\.?\d+(px|rem|em|pt|%)/;

describe.each([...frame, ...mock])('%s', (name) => {
  const css = read(name);

  test('takes all colors from the scale', () => {
    const own = declarations(css, /./).filter(
      (declaration) => COLOR.test(declaration) || NAMED_COLOR.test(declaration),
    );
    expect(own).toEqual([]);
  });

  test('takes all font sizes and families from the scale', () => {
    const own = declarations(css, /^font(-size|-family)?$/).filter(
      (declaration) => LENGTH.test(declaration) || /serif|monospace|system-ui/.test(declaration),
    );
    expect(own.filter((declaration) => !/font-family: "Geist( Mono)?";/.test(declaration))).toEqual([]);
  });
});

test.each(frame)('%s takes all distances from the scale', (name) => {
  const own = declarations(read(name), /^(margin|padding|gap|row-gap|column-gap)(-|$)/);
  expect(own.filter((declaration) => LENGTH.test(declaration))).toEqual([]);
});

test('every property that the page uses is in its scale', () => {
  const defined = new Set(styles.flatMap((name) => read(name).match(/--[\w-]+(?=\s*:)/g) ?? []));
  const used = [...frame, ...mock].flatMap((name) =>
    [...read(name).matchAll(/var\((--[\w-]+)/g)].map(([, one]) => one!),
  );
  expect(used.length).toBeGreaterThan(200);
  expect(used.filter((one) => !defined.has(one))).toEqual([]);
});

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Texts of the mock pages on their backgrounds. */
const MOCK_PAIRS = [
  ['accent', 'surface-selected'],
  ['text-subdued', 'surface-selected'],
  ['on-brand', 'brand-hover'],
  ['on-solid', 'neutral-solid'],
  ['on-neutral-pale', 'neutral-pale'],
  ['on-mark', 'mark'],
  ['on-mark', 'mark-stripe'],
  ['on-device', 'device'],
  ['text', 'counter'],
  ['on-tile', 'tile'],
  ['on-paper', 'paper'],
  ['on-solid', 'editor-button'],
];

describe.each([
  ['light', [SCALE]],
  ['dark', [SCALE]],
  ['light', [SCALE, MOCK_SCALE]],
  ['dark', [SCALE, MOCK_SCALE]],
])('the %s colors of %j', (theme, scales) => {
  const colors = new Map(
    [
      ...scales
        .map(read)
        .join('')
        .matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g),
    ].map(([, name, light, dark, both]) => [name!, both ?? (theme === 'light' ? light! : dark!)]),
  );
  const surfaces = ['page', 'surface', 'surface-subdued', 'surface-strong'];

  test.each([
    ...['text', 'text-subdued', 'accent'].flatMap((text) => surfaces.map((surface) => [text, surface])),
    ...['success', 'critical', 'warning', 'info'].map((tone) => [tone, `${tone}-surface`]),
    ...['success', 'critical', 'warning'].map((tone) => [tone, 'surface']),
    ...['success', 'critical', 'warning'].map((tone) => ['text-subdued', `${tone}-surface`]),
    ...['jwt-header', 'jwt-payload', 'jwt-signature'].map((part) => [part, 'surface-subdued']),
    ['on-brand', 'brand'],
    ['on-solid', 'accent-solid'],
    ['on-solid', 'accent-solid-hover'],
    ...(scales.includes(MOCK_SCALE) ? MOCK_PAIRS : []),
  ])('%s is legible on %s', (text, surface) => {
    // The least contrast for text (WCAG 2.2, AA, 1.4.3).
    expect(contrast(colors.get(text!)!, colors.get(surface!)!)).toBeGreaterThanOrEqual(4.5);
  });
});
