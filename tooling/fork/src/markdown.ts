import { posix } from 'node:path';

/** A relative link to a file; not an image, not a heading of the same document. */
const LINK = /(?<!!)\[([^\]]+)\]\(([^)\s#:]+)(?:#[^)]*)?\)/g;

const LATER_ITEM = /, \[[^\]]+\]\(([^)\s#:]+)(?:#[^)]*)?\)(?=, \[| *\|)/g;
const FIRST_ITEM = /(?<=\| *)\[[^\]]+\]\(([^)\s#:]+)(?:#[^)]*)?\), (?=\[)/g;

/**
 * Removes the blocks between the comments `<!-- part -->` and `<!-- /part -->`. Each comment must be alone on its line,
 * so that a sentence may show them.
 */
export const removeMarkedBlocks = (markdown: string, part: string): string =>
  markdown
    .replace(new RegExp(`\\n?^<!-- ${part} -->$[\\s\\S]*?^<!-- /${part} -->$\\n?`, 'gm'), '\n')
    .replace(/\n{3,}/g, '\n\n');

/**
 * Replaces relative links to removed files with their text. In a table row, removes them from comma-separated lists, and
 * removes the row with its last link. `path` is the document's.
 */
export function removeDeadLinks(markdown: string, path: string, exists: (path: string) => boolean): string {
  const isDead = (target: string) => !exists(posix.join(posix.dirname(path), target));
  return markdown
    .split('\n')
    .filter((line) => {
      const targets = line.startsWith('|') ? [...line.matchAll(LINK)].map(([, , target]) => target!) : [];
      return targets.length === 0 || !targets.every(isDead);
    })
    .map((line) => (line.startsWith('|') ? withoutDeadItems(line, isDead) : line))
    .join('\n')
    .replace(LINK, (link, text: string, target: string) => (isDead(target) ? text : link));
}

/** Removes links between commas, not links in a sentence. */
function withoutDeadItems(row: string, isDead: (target: string) => boolean): string {
  const drop = (item: string, target: string) => (isDead(target) ? '' : item);
  return row.replace(LATER_ITEM, drop).replace(FIRST_ITEM, drop);
}
