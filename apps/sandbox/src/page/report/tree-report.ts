import { PLACEHOLDER } from '../../contract/placeholder.ts';
import type { ReportedNode } from '../../contract/report.ts';
import { isHostElement } from '../elements/host-element.ts';
import { plainJson } from './plain-json.ts';

/** Reads what the extension rendered below `root`: its elements with their set properties, and its texts. */
export const reportTree = (root: Node): ReportedNode[] => [...root.childNodes].flatMap(reportNode);

function reportNode(node: Node): ReportedNode[] {
  if (!(node instanceof Element)) {
    const text = node.textContent?.trim();
    return text ? [{ text }] : [];
  }
  const set = isHostElement(node) ? setProperties(node.properties) : {};
  const children = reportTree(node);
  if (node.localName !== PLACEHOLDER) return [{ element: node.localName, properties: set, children }];
  const { name, ...properties } = set;
  return [{ element: String(name), notRendered: true, properties, children }];
}

/** Functions cannot be reported, and empty properties are not set. */
const setProperties = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== undefined && value !== null && typeof value !== 'function')
      .map(([name, value]) => [name, plainJson(value)]),
  );

/** Properties that an element shows, or that a screen reader reads. */
const TEXT_PROPERTIES = [
  'heading',
  'subheading',
  'title',
  'label',
  'text',
  'details',
  'placeholder',
  'error',
  'alt',
  'accessibilityLabel',
];

/** The texts of a tree and of its elements' properties, one per line. */
export const textOf = (nodes: readonly ReportedNode[]): string =>
  nodes.flatMap(textsOf).filter(Boolean).join('\n');

function textsOf(node: ReportedNode): string[] {
  if ('text' in node) return [node.text];
  const texts = TEXT_PROPERTIES.map((name) => node.properties[name]);
  return [...texts.filter((text) => typeof text === 'string'), ...node.children.flatMap(textsOf)];
}
