import { editJson } from '../edits.ts';
import { removeDeadLinks, removeMarkedBlocks } from '../markdown.ts';
import type { Tree } from '../tree.ts';

/**
 * The example lives in files and folders named loyalty. Elsewhere, a line that names it does nothing else, such as an
 * import and its use. The extensions' texts have it under one key.
 */
const NAMED = /loyalty/i;
const PATH = /(^|\/)loyalty([./-]|$)/i;
const CODE = /\.(tsx?|mjs|toml|yaml|css)$|(^|\/)package\.json$|^\.ci\//;
const TYPES_OF_CLI = /(^|\/)shopify\.d\.ts$/;
/** What the blocks look like, as the browser tests recorded it. */
const PICTURE = /^apps\/sandbox\/e2e\/pictures\/[^/]+\.txt$/;
const LOCALE = /^apps\/[^/]+-extension\/locales\/([^/.]+)\..*json$/;

/** Texts of the POS extension without loyalty. Languages that the fork added get the English ones. */
const POS_TEXTS: Readonly<Record<string, PosTexts>> & { en: PosTexts } = {
  en: {
    description: 'Shows the staff member’s session, as verified by the app’s server.',
    tile: { heading: 'Session token', online: 'Show your session' },
    page: 'Session token',
  },
  fr: {
    description: 'Affiche la session du membre du personnel, vérifiée par le serveur de l’application.',
    tile: { heading: 'Jeton de session', online: 'Afficher votre session' },
    page: 'Session',
  },
};

interface PosTexts {
  description: string;
  tile: { heading: string; online: string };
  page: string;
}

const TAKE_PICTURES =
  'Take them again: npx -y pnpm --filter ./apps/sandbox e2e gallery-pictures --update-snapshots';

/** Removes the loyalty example from every package; the verified session remains on every surface. */
export function removeLoyalty(tree: Tree): string[] {
  const files = tree.paths().filter((path) => PATH.test(path));
  for (const path of files) tree.remove(path);

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
  const pictures = tree.paths().filter((path) => PICTURE.test(path) && NAMED.test(tree.read(path)));
  for (const path of pictures) tree.remove(path);
  const documents = tree.paths().filter((path) => path.endsWith('.md'));
  for (const path of documents) {
    tree.edit(path, (text) => removeDeadLinks(removeMarkedBlocks(text, 'loyalty'), path, tree.has));
  }
  const mentions = documents.filter((path) => NAMED.test(tree.read(path)));
  return [
    `Removed loyalty: ${files.length} files, ${lines} lines in others, its texts in every language.`,
    ...(mentions.length > 0
      ? [`Left for you, documents that still mention it: ${mentions.join(', ')}.`]
      : []),
    ...(pictures.length > 0 ? [`Removed ${pictures.length} pictures of blocks. ${TAKE_PICTURES}`] : []),
    'A database that ran the migrations of loyalty keeps their tables; docs/fork.md shows how to drop them.',
  ];
}

/** The CLI writes one block of types per module of an extension. */
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
