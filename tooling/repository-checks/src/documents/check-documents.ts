import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILT_IN, pnpmCommands } from './commands.ts';
import { anchorOf, type Claim, readDocument } from './document.ts';

const DOCUMENTS = [
  '*.md',
  'docs/**/*.md',
  '.github/**/*.md',
  '{apps,packages,tooling}/*/README.md',
  'benchmarks/**/*.md',
];
/** A path in code starts with a folder of the repository. */
const PATH =
  /^(?:\.\/)?((?:apps|packages|tooling|benchmarks|docs|\.ci|\.github)\/[\w@./*{},-]+?)(?::\d+)?\/?$/;
/** Paths that a build, a test run or the reader creates (`apps/my-extension`). */
const MADE = /\/(?:dist|node_modules|test-results|\.turbo)(?:\/|$)|\/my-|…/;

/** The documents of a repository, by their path from its root. */
export const findDocuments = (root: string): string[] =>
  globSync(DOCUMENTS, { cwd: root, exclude: ['**/node_modules/**'] }).toSorted();

/** Returns every link, path and command of the document that the repository lacks, as `path:line problem`. */
export function checkDocument(root: string, path: string): string[] {
  const document = readDocument(readFileSync(join(root, path), 'utf8'));
  const told = ({ line }: Claim, what: string) => `${path}:${line} ${what}`;
  const made = pathsThatItMakes(document.code);

  const links = document.links.filter(({ text }) => !resolves(root, path, text));
  const paths = document.code.flatMap((claim) =>
    claim.text
      .split(/[\s'"()=,]+/)
      .map((word) => PATH.exec(word)?.[1])
      .filter(
        (word) => word !== undefined && !MADE.test(word) && !made.some((folder) => word.startsWith(folder)),
      )
      .filter((word) => globSync(word!, { cwd: root }).length === 0)
      .map((word) => told(claim, `path not found: ${word}`)),
  );
  const commands = document.code.flatMap((claim) =>
    pnpmCommands(claim.text)
      .filter(({ filter, name }) => !isThere(root, made, filter, name))
      .map(({ filter, name }) =>
        told(claim, `command not found: pnpm ${filter ? `--filter ${filter} ` : ''}${name}`),
      ),
  );
  return [...links.map((claim) => told(claim, `broken link: ${claim.text}`)), ...paths, ...commands];
}

function resolves(root: string, document: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? document : join(dirname(document), target);
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  const { anchors } = readDocument(readFileSync(join(root, file), 'utf8'));
  return anchors.has(anchorOf(anchor));
}

/** Returns the paths that the document tells the reader to create. */
function pathsThatItMakes(code: readonly Claim[]): string[] {
  return code.flatMap(({ text }) => /^(?:cp -r \S+|mkdir(?: -p)?) (\S+)$/.exec(text)?.[1] ?? []);
}

function isThere(
  root: string,
  made: readonly string[],
  filter: string | undefined,
  name: string | undefined,
): boolean {
  if (name === undefined || /[<…]/.test(name)) return true; // `pnpm` alone, or a placeholder
  const folders = filter === undefined ? [''] : foldersOf(root, filter);
  if (folders.length === 0)
    return made.some((folder) => filter!.endsWith(folder.slice(folder.lastIndexOf('/'))));
  if (BUILT_IN.has(name)) return true;
  return folders.some((folder) => name in (manifestOf(root, folder).scripts ?? {}));
}

function foldersOf(root: string, filter: string): string[] {
  const folders = globSync(['{apps,packages,tooling}/*/package.json', 'benchmarks/package.json'], {
    cwd: root,
  }).map(dirname);
  return folders.filter((folder) => manifestOf(root, folder).name === filter || `./${folder}` === filter);
}

function manifestOf(root: string, folder: string): { name: string; scripts?: Record<string, string> } {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
