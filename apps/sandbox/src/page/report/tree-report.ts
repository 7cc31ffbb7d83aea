import { PLACEHOLDER } from '../../contract/placeholder.ts';
import type { ReportedNode } from '../../contract/report.ts';
import { isHostElement } from '../elements/host-element.ts';
import { plainJson } from './plain-json.ts';
import { joinTexts } from './texts.ts';

/** Reads what the extension rendered below `root`: its elements with their set properties, and its texts. */
export const reportTree = (root: Node): ReportedNode[] => joinTexts([...root.childNodes].map(reportNode));

function reportNode(node: Node): ReportedNode {
  if (!(node instanceof Element)) return { text: node.textContent ?? '' };
  const set = isHostElement(node) ? setProperties(node.properties) : {};
  const children = reportTree(node);
  if (node.localName !== PLACEHOLDER) return { element: node.localName, properties: set, children };
  const { name, ...properties } = set;
  return { element: String(name), notRendered: true, properties, children };
}

/** Functions cannot be reported, and empty properties are not set. */
const setProperties = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== undefined && value !== null && typeof value !== 'function')
      .map(([name, value]) => [name, plainJson(value)]),
  );
