import { posix } from 'node:path';

/** A relative one, to a file: no picture, no heading of the same document. */
const LINK = /(?<!!)\[([^\]]+)\]\(([^)\s#:]+)(?:#[^)]*)?\)/g;

/** Drops what stands between the comments `<!-- part -->` and `<!-- /part -->`, which readers do not see. */
export const removeMarkedBlocks = (markdown: string, part: string): string =>
  markdown
    .replace(new RegExp(`\\n?<!-- ${part} -->[\\s\\S]*?<!-- /${part} -->\\n?`, 'g'), '\n')
    .replace(/\n{3,}/g, '\n\n');

/**
 * A relative link to a file that is gone becomes its text, and a row of a table goes with the last of its links.
 * `path` is that of the document.
 */
export function removeDeadLinks(markdown: string, path: string, exists: (path: string) => boolean): string {
  const isDead = (target: string) => !exists(posix.join(posix.dirname(path), target));
  return markdown
    .split('\n')
    .filter((line) => {
      const targets = line.startsWith('|') ? [...line.matchAll(LINK)].map(([, , target]) => target!) : [];
      return targets.length === 0 || !targets.every(isDead);
    })
    .join('\n')
    .replace(LINK, (link, text: string, target: string) => (isDead(target) ? text : link));
}
