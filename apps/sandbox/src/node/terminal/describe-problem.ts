import type { BundleProblem } from '../../contract/extension-state.ts';

/** Describes the first reason why an extension does not build, with its file and line. */
export function describeProblem([problem]: readonly BundleProblem[]): string {
  return problem ? `does not build: ${placeAndText(problem)}` : 'does not build';
}

/** Returns a problem's text, after its file and line if it has one. */
export const placeAndText = ({ file, line, text }: BundleProblem): string =>
  file ? `${file}:${line ?? 1}: ${text}` : text;
