import type { BundleProblem } from '../../contract/extension-state.ts';

/** Describes the first reason why an extension does not build, with its file and line. */
export function describeProblem([problem]: readonly BundleProblem[]): string {
  if (!problem) return 'does not build';
  const place = problem.file && `${problem.file}:${problem.line ?? 1}: `;
  return `does not build: ${place ?? ''}${problem.text}`;
}
