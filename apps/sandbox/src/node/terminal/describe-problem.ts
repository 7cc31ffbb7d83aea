import type { BundleProblem } from '../../contract/extension-state.ts';

/** The first of the reasons why an extension does not build, with its place. */
export function describeProblem([problem]: readonly BundleProblem[]): string {
  if (!problem) return 'does not build';
  const place = problem.file && `${problem.file}:${problem.line ?? 1}: `;
  return `does not build: ${place ?? ''}${problem.text}`;
}
