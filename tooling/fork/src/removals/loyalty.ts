import { posix } from 'node:path';
import { editJson } from '../edits.ts';
import { removeDeadLinks, removeMarkedBlocks } from '../markdown.ts';
import type { Tree } from '../tree.ts';

/**
 * The example lives in files and folders that bear its name. Outside of them it is named in lines that do
 * nothing else, such as an import and the one use of it; and in texts of the extensions, under one key.
 */
const NAMED = /loyalty/i;
const PATH = /(^|\/)loyalty([./-]|$)/i;
const CODE = /\.(tsx?|mjs|toml|yaml|css)$|(^|\/)package\.json$|^\.ci\//;
const TYPES_OF_CLI = /(^|\/)shopify\.d\.ts$/;
const LOCALE = /^apps\/[^/]+-extension\/locales\/([^/.]+)\..*json$/;

/** Bears another name, and goes too once nothing else names it. */
const HELPERS = ['benchmarks/closed-loop.ts'];

/** What the POS extension says of itself when all it has is the session; English stands in for a language of the fork's own. */
const POS_TEXTS: Readonly<Record<string, PosTexts>> & { en: PosTexts } = {
  en: {
    description: 'Shows who is working, as the app’s server has verified it.',
    tile: { heading: 'Session token', online: 'Who is working' },
    page: 'Session token',
  },
  fr: {
    description: 'Indique qui travaille, tel que le serveur de l’application l’a vérifié.',
    tile: { heading: 'Jeton de session', online: 'Qui travaille' },
    page: 'Session',
  },
};

interface PosTexts {
  description: string;
  tile: { heading: string; online: string };
  page: string;
}

/** Takes the loyalty example out of every package; what is left is the verified session on every surface. */
export function removeLoyalty(tree: Tree): string[] {
  const files = tree.paths().filter((path) => PATH.test(path));
  for (const path of files) tree.remove(path);
  for (const path of HELPERS.filter(tree.has)) if (!isNamed(tree, path)) tree.remove(path);

  let lines = 0;
  for (const path of tree.paths().filter((path) => CODE.test(path) && !TYPES_OF_CLI.test(path))) {
    tree.edit(path, (text) => {
      const kept = text.split('\n').filter((line) => !NAMED.test(line));
      lines += text.split('\n').length - kept.length;
      return kept.join('\n');
    });
  }
  for (const path of tree.paths()) {
    if (TYPES_OF_CLI.test(path)) tree.edit(path, withoutRemovedModules);
    if (LOCALE.test(path)) removeTexts(tree, path);
  }
  const documents = tree.paths().filter((path) => path.endsWith('.md'));
  for (const path of documents) {
    tree.edit(path, (text) => removeDeadLinks(removeMarkedBlocks(text, 'loyalty'), path, tree.has));
  }
  const mentions = documents.filter((path) => NAMED.test(tree.read(path)));
  return [
    `Removed loyalty: ${files.length} files, ${lines} lines in others, its texts in every language.`,
    ...(mentions.length > 0
      ? [`Left for you, documents that still speak of it: ${mentions.join(', ')}.`]
      : []),
    'A database that ran the migrations of loyalty keeps their tables; docs/fork.md shows how to drop them.',
  ];
}

/** By another file of its folder. */
function isNamed(tree: Tree, path: string): boolean {
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  return tree
    .paths()
    .some((other) => other.startsWith(folder) && other !== path && tree.read(other).includes(name));
}

/** The CLI types one block for each module of an extension. */
const withoutRemovedModules = (types: string): string =>
  types
    .replace(/\/\/@ts-ignore\ndeclare module '[^']*\/loyalty\/[^']*' {\n(?: .*\n)*}\n\n?/g, '')
    .trimEnd()
    .concat('\n');

function removeTexts(tree: Tree, path: string): void {
  const language = LOCALE.exec(path)![1]!;
  editJson<{ loyalty?: unknown; tile?: object } & Record<string, unknown>>(tree, path, (texts) => {
    delete texts.loyalty;
    const { tile, ...others } = POS_TEXTS[language] ?? POS_TEXTS.en;
    if (texts.tile) Object.assign(texts, others, { tile: { ...texts.tile, ...tile } });
  });
}
