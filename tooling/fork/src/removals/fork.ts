import { editJson } from '../edits.ts';
import { removeDeadLinks, removeMarkedBlocks } from '../markdown.ts';
import type { Tree } from '../tree.ts';

const OWN =
  /^(tooling\/fork\/|docs\/(fork|upgrading)\.md$|docs\/decisions\/\d+-a-fork-is-made-by-a-command\.md$)/;
/** Table rows and list items about the command, and the package's line in a tree or a chart. */
const MENTIONS = /^(?:(?:\||[-*] |\d+\. ).*pnpm fork\b.*| +fork(?:\/ .*|\[fork\]))\n/gm;

/** Removes this tool: its package, guide, script and CI step. */
export function removeFork(tree: Tree): string[] {
  const files = tree.paths().filter((path) => OWN.test(path));
  for (const path of files) tree.remove(path);

  editJson<{ scripts: Record<string, string> }>(tree, 'package.json', ({ scripts }) => {
    delete scripts.fork;
  });
  for (const path of ['.ci/check.mjs', 'biome.json']) {
    tree.edit(path, (text) => text.replaceAll(/^.*(tooling\/fork\/|\/fork verify|docs\/fork\.md).*\n/gm, ''));
  }
  tree.edit('.github/workflows/ci.yml', (text) => text.replace(/(part: \[.*), fork\]/, '$1]'));
  for (const path of tree.paths().filter((path) => path.endsWith('.md'))) {
    tree.edit(path, (text) =>
      removeDeadLinks(removeMarkedBlocks(text, 'fork').replaceAll(MENTIONS, ''), path, tree.has),
    );
  }
  return [`Removed the fork tool: ${files.length} files.`];
}
