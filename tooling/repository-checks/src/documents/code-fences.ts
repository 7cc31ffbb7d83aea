/** A fenced block of code in a Markdown document. */
export interface CodeFence {
  /** The line of the opening fence, counted from 1. */
  line: number;
  /** As written after the opening fence: `ts`, `tsx`, `sh`, … */
  language: string;
  code: string;
}

/** Returns the fenced code blocks of a Markdown document, in order. */
export function codeFences(markdown: string): CodeFence[] {
  return [...markdown.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    language: match[2]!,
    code: match[3]!.replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''), // a block inside a list is indented
  }));
}

/** Returns the path in a first line such as `// apps/server/src/app.ts`, or `undefined`. */
export const sourceOf = (code: string): string | undefined =>
  /^\/\/ ([\w./-]+)$/m.exec(code.split('\n')[0]!)?.[1];

const ELLIPSIS = /^(?:\/\/ |\{\/\* )?…(?: \*\/\})?$/;

/**
 * Describes how an excerpt differs from its file, or returns `undefined`. The first line names the file. Indentation may
 * differ, and a line that is only `…` stands for any number of lines.
 */
export function excerptProblem(excerpt: string, file: string): string | undefined {
  const lines = trimmedLines(file);
  const parts = trimmedLines(excerpt.slice(excerpt.indexOf('\n') + 1)).reduce<string[][]>(
    (all, line) => {
      if (ELLIPSIS.test(line)) all.push([]);
      else all.at(-1)!.push(line);
      return all;
    },
    [[]],
  );
  if (parts.flat().length === 0) return 'shows nothing';
  let from = 0;
  for (const part of parts) {
    const at = indexOfLines(lines, part, from);
    if (at === -1) return `the file does not have:\n${part.join('\n')}`;
    from = at + part.length;
  }
  return undefined;
}

const trimmedLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function indexOfLines(lines: readonly string[], part: readonly string[], from: number): number {
  for (let start = from; start + part.length <= lines.length; start += 1) {
    if (part.every((line, offset) => lines[start + offset] === line)) return start;
  }
  return -1;
}
