import { posix } from 'node:path';

/** Drops what stands between the comments `<!-- part -->` and `<!-- /part -->`, which readers do not see. */
export const removeMarkedBlocks = (markdown: string, part: string): string =>
  markdown
    .replace(new RegExp(`\\n?<!-- ${part} -->[\\s\\S]*?<!-- /${part} -->\\n?`, 'g'), '\n')
    .replace(/\n{3,}/g, '\n\n');

/** A relative link to a file that is gone becomes its text. `path` is that of the document. */
export const removeDeadLinks = (markdown: string, path: string, exists: (path: string) => boolean): string =>
  markdown.replace(/(?<!!)\[([^\]]+)\]\(([^)\s#:]+)(#[^)]*)?\)/g, (link, text: string, target: string) =>
    exists(posix.join(posix.dirname(path), target)) ? link : text,
  );
