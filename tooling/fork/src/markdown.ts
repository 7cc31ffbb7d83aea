import { posix } from 'node:path';

/** A relative one, to a file: no picture, no heading of the same document. */
const LINK = /(?<!!)\[([^\]]+)\]\(([^)\s#:]+)(?:#[^)]*)?\)/g;

const LATER_ITEM = /, \[[^\]]+\]\(([^)\s#:]+)(?:#[^)]*)?\)(?=, \[| *\|)/g;
const FIRST_ITEM = /(?<=\| *)\[[^\]]+\]\(([^)\s#:]+)(?:#[^)]*)?\), (?=\[)/g;

/**
 * Drops what stands between the comments `<!-- part -->` and `<!-- /part -->`, which readers do not see. Each has a line
 * of its own: a sentence that shows them is none.
 */
export const removeMarkedBlocks = (markdown: string, part: string): string =>
  markdown
    .replace(new RegExp(`\\n?^<!-- ${part} -->$[\\s\\S]*?^<!-- /${part} -->$\\n?`, 'gm'), '\n')
    .replace(/\n{3,}/g, '\n\n');

/**
 * A relative link to a file that is gone becomes its text. In a row of a table it leaves the list that it stood in,
 * and the row goes with the last of its links. `path` is that of the document.
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

/** Items of a list are links between commas; a link in a sentence is none. */
function withoutDeadItems(row: string, isDead: (target: string) => boolean): string {
  const drop = (item: string, target: string) => (isDead(target) ? '' : item);
  return row.replace(LATER_ITEM, drop).replace(FIRST_ITEM, drop);
}
