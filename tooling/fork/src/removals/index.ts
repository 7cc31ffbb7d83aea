import type { Tree } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import { removeFork } from './fork.ts';
import { removeLoyalty } from './loyalty.ts';

/** Removes a part from the tree, and returns a report, one line per entry. */
type Removal = (tree: Tree) => string[];

/** The removable parts, by their name in `--remove`. */
export const REMOVALS: Readonly<Record<string, Removal>> = {
  loyalty: removeLoyalty,
  fork: removeFork,
};

/** @throws {UsageError} */
export function findRemoval(part: string): Removal {
  const removal = Object.hasOwn(REMOVALS, part) ? REMOVALS[part] : undefined;
  if (removal) return removal;
  throw new UsageError(`unknown part ${JSON.stringify(part)}; use ${Object.keys(REMOVALS).join(' or ')}.`);
}
