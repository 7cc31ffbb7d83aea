/**
 * A picture as text: the visible elements of a block with their roles, texts, colors and type, line by line. It is the same
 * in every browser and on every machine, unlike pixels, and a difference is readable.
 */
import { isHostElement } from '../elements/host-element.ts';
import { type Color, over, parseColor, toHex } from './colors.ts';

export type ColorScheme = 'light' | 'dark';

/** One line in parts, so that colors of two schemes can be joined. */
type Line = readonly string[];

interface Surroundings {
  depth: number;
  /** Opaque. */
  background: Color;
  opacity: number;
}

const WHITE: Color = [255, 255, 255, 1];

/** The picture of a block in the current color scheme. */
export const takePicture = (root: HTMLElement): string => linesOf(root).map(textOf).join('\n');

/** The picture with the colors of both schemes, as `light/dark` where they differ. */
export function takePictureOfBothSchemes(root: HTMLElement): string {
  const inScheme = (scheme: ColorScheme) => {
    root.style.colorScheme = scheme;
    const lines = linesOf(root);
    root.style.colorScheme = '';
    return lines;
  };
  const dark = inScheme('dark');
  return inScheme('light')
    .map((line, index) => textOf(line.map((part, at) => joined(part, dark[index]?.[at] ?? ''))))
    .join('\n');
}

const joined = (light: string, dark: string) => (light === dark ? light : `${light}/${dark.trimStart()}`);

const textOf = (line: Line) => line.join('').trimEnd();

function linesOf(root: HTMLElement): Line[] {
  const { backgroundColor } = getComputedStyle(root);
  const background = over(parseColor(backgroundColor), WHITE);
  return childrenOf(root).flatMap((child) => linesOfNode(child, root, { depth: 0, background, opacity: 1 }));
}

/** The children in the flat tree: of the shadow root, and assigned to a slot. */
function childrenOf(element: Element): readonly Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    return assigned.length > 0 ? assigned : [...element.childNodes];
  }
  if (element instanceof HTMLDetailsElement && !element.open) {
    return [...element.childNodes].filter(
      (node) => node instanceof HTMLElement && node.localName === 'summary',
    );
  }
  return [...element.childNodes];
}

function linesOfNode(node: Node, parent: Element, around: Surroundings): Line[] {
  if (node instanceof Text) return lineOfText(node, parent, around);
  if (!(node instanceof Element) || node.localName === 'style') return [];
  const style = getComputedStyle(node);
  if (style.display === 'none') return [];
  const own = parseColor(style.backgroundColor);
  const background = over(own, around.background);
  const opacity = around.opacity * Number(style.opacity);
  const line = style.visibility === 'visible' ? lineOfElement(node, style, own, background) : undefined;
  if (node instanceof SVGElement)
    return [indented(around, ['icon ', colorOf(style.color, background), faded(opacity)])];
  const inner = { depth: around.depth + (line ? 1 : 0), background, opacity };
  const lines = childrenOf(node).flatMap((child) => linesOfNode(child, node, inner));
  if (!line) return lines;
  const described = indented(around, [...line, faded(opacity)]);
  const [only, ...others] = lines;
  // An element and its only content are one line.
  return only && others.length === 0 ? [[...described, ' ', ...only.slice(1)]] : [described, ...lines];
}

const indented = ({ depth }: Surroundings, parts: Line): Line => ['  '.repeat(depth), ...parts];

const faded = (opacity: number) => (opacity < 1 ? ` opacity ${Number(opacity.toFixed(2))}` : '');

const colorOf = (color: string, background: Color) => toHex(over(parseColor(color), background));

function lineOfText(node: Text, parent: Element, around: Surroundings): Line[] {
  const style = getComputedStyle(parent);
  const text = node.data.replace(/\s+/gu, ' ').trim();
  if (!text || style.visibility !== 'visible') return [];
  const { background, opacity } = around;
  const decorations = [
    style.fontStyle === 'italic' && ' italic',
    style.textDecorationLine !== 'none' && ` ${style.textDecorationLine}`,
  ].filter(Boolean);
  const size = Number(Number.parseFloat(style.fontSize).toFixed(1));
  return [
    indented(around, [
      `"${text}" `,
      colorOf(style.color, background),
      ' on ',
      toHex(background),
      `, ${size}px ${style.fontWeight}`,
      ...decorations.map(String),
      faded(opacity),
    ]),
  ];
}

const NAMED =
  /^(a|button|h[1-6]|img|input|li|meter|ol|progress|select|summary|table|td|th|textarea|ul|option)$/;

/** Describes an element of the extension, or one with a role, a fill or a border. `undefined` for mere layout. */
function lineOfElement(
  element: Element,
  style: CSSStyleDeclaration,
  own: Color,
  background: Color,
): Line | undefined {
  const role = element.getAttribute('role');
  const hasFill = own[3] > 0;
  const border = borderOf(style);
  if (!isHostElement(element) && !role && !NAMED.test(element.localName) && !hasFill && !border)
    return undefined;
  return [
    element.localName,
    role ? ` [${role}]` : '',
    attributesOf(element),
    ...(hasFill ? [' on ', toHex(background)] : []),
    ...(border ? [' border ', colorOf(border, background)] : []),
    ...(style.backgroundImage === 'none' ? [] : [' with a background image']),
  ];
}

function borderOf(style: CSSStyleDeclaration): string | undefined {
  const side = (['Top', 'Right', 'Bottom', 'Left'] as const).find(
    (name) => style[`border${name}Style`] !== 'none' && Number.parseFloat(style[`border${name}Width`]) > 0,
  );
  return side && style[`border${side}Color`];
}

/** Texts and states that an element shows or that a screen reader reads, other than by its children. */
function attributesOf(element: Element): string {
  const { value, checked, disabled } = element as Partial<HTMLInputElement>;
  const isField = /^(input|textarea|select)$/.test(element.localName);
  const texts = ['aria-label', 'alt', 'placeholder', 'title'].map((name) =>
    element.getAttribute(name)?.trim(),
  );
  const flags = ['aria-checked', 'aria-expanded', 'aria-invalid', 'aria-pressed', 'aria-current'].map(
    (name) => {
      const text = element.getAttribute(name);
      return text && text !== 'false' && `${name.slice(5)}=${text}`;
    },
  );
  return [
    ...texts.filter(Boolean).map((text) => `"${text}"`),
    ...(isField && value ? [`value "${value}"`] : []),
    ...flags.filter(Boolean),
    checked === true && !isHostElement(element) && 'checked',
    disabled === true && !isHostElement(element) && 'disabled',
  ]
    .filter(Boolean)
    .map((text) => ` ${text}`)
    .join('');
}
