import { Refusal } from '../refusal.ts';
import type { Tree } from '../tree.ts';
import { removeFork } from './fork.ts';
import { removeLoyalty } from './loyalty.ts';

/** Takes a part out of the tree, and tells in lines what it did. */
type Removal = (tree: Tree) => string[];

/** What can be removed, by the name that `--remove` takes. */
export const REMOVALS: Readonly<Record<string, Removal>> = {
  loyalty: removeLoyalty,
  fork: removeFork,
};

/** @throws {Refusal} */
export function findRemoval(part: string): Removal {
  const removal = Object.hasOwn(REMOVALS, part) ? REMOVALS[part] : undefined;
  if (removal) return removal;
  throw new Refusal(
    `there is no ${JSON.stringify(part)} to remove; there is: ${Object.keys(REMOVALS).join(', ')}.`,
  );
}
