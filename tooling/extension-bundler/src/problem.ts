import type { Message } from 'esbuild';

/** An error that keeps an extension from being bundled, or a warning. */
export interface BundleProblem {
  /** For the developer, in English. */
  text: string;
  /** Absolute path; absent if no single file is the cause. */
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1, in characters. */
  column?: number;
  /** The source line itself. */
  lineText?: string;
}

/** Thrown inside this package only: `bundleExtension` returns the problems as a value. */
export class BundleProblemError extends Error {
  readonly problems: readonly BundleProblem[];

  constructor(problems: readonly BundleProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.text).join('\n'), options);
    this.name = 'BundleProblemError';
    this.problems = problems;
  }
}

/** An esbuild message, whose paths are relative to `directory` and whose columns count bytes from 0. */
export function toProblem(message: Message, resolveFile: (path: string) => string): BundleProblem {
  const { location, text } = message;
  if (!location) return { text };
  const { file, line, column, lineText } = location;
  const characters = Buffer.from(lineText).subarray(0, column).toString().length;
  return { text, file: resolveFile(file), line, column: characters + 1, lineText };
}
