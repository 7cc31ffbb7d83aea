import type { ReportedNode } from '../../contract/report.ts';

/** Joins texts that follow each other: `Hello {name}!` in JSX is three of them. Drops empty ones. */
export function joinTexts(nodes: readonly ReportedNode[]): ReportedNode[] {
  const joined: ReportedNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if ('text' in node && last && 'text' in last) joined[joined.length - 1] = { text: last.text + node.text };
    else joined.push(node);
  }
  return joined
    .map((node) => ('text' in node ? { text: node.text.trim() } : node))
    .filter((node) => !('text' in node) || node.text !== '');
}

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
