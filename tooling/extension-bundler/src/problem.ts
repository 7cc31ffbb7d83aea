import type { Message } from 'esbuild';

/** An error that keeps an extension from being bundled, or a warning. */
export interface BundleProblem {
  /** Message for the developer, in English. */
  text: string;
  /** Absolute path; absent if the cause is not a single file. */
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1, in characters. */
  column?: number;
  /** Text of the source line. */
  lineText?: string;
}

/** Wrong files of the developer. `bundleExtension` returns the problems as a value instead. */
export class BundleProblemError extends Error {
  readonly problems: readonly BundleProblem[];

  constructor(problems: readonly BundleProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.text).join('\n'), options);
    this.name = 'BundleProblemError';
    this.problems = problems;
  }
}

/** Converts an esbuild message, whose paths are relative to `directory` and whose columns count bytes from 0. */
export function toProblem(message: Message, resolveFile: (path: string) => string): BundleProblem {
  const { location, text } = message;
  if (!location) return { text };
  const { file, line, column, lineText } = location;
  const characters = Buffer.from(lineText).subarray(0, column).toString().length;
  return { text, file: resolveFile(file), line, column: characters + 1, lineText };
}
