import { globSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { findAppRoot } from './app-config.ts';
import { type BundleOptions, type BundleOutcome, bundleExtension } from './bundle.ts';
import { MANIFEST_FILE } from './extension-entries.ts';
import { createFolderWatcher } from './folder-watcher.ts';
import { packageManagerOf } from './package-manager.ts';

export interface WatchOptions extends BundleOptions {
  /** Called with the first outcome, then once per burst of saves. Never called concurrently. */
  onOutcome: (outcome: BundleOutcome) => void | Promise<void>;
  /** Absolute paths of files that are no part of the bundle, and whose changes count, too. Default: none. */
  otherInputs?: readonly string[];
  /** How long to wait for an editor to finish writing. Default 30. */
  debounceMs?: number;
}

export interface ExtensionWatcher {
  /** Stops watching. Resolves when `onOutcome` will not be called again. */
  close(): Promise<void>;
}

/**
 * Bundles the extension now, and again when one of its inputs changes: sources, manifest, locales, the app's TOML and
 * `.env` files, installed packages, and the sources of imported workspace packages (which the Shopify CLI's watcher
 * misses). Builds from scratch each time, which takes about 50 ms, because a changed manifest changes the entry.
 * @throws if `directory` does not exist.
 */
export async function watchExtension(options: WatchOptions): Promise<ExtensionWatcher> {
  const { onOutcome, otherInputs = [], debounceMs = 30 } = options;
  const directory = resolve(options.directory);
  const watched = { directory, manifestFile: options.manifestFile ?? MANIFEST_FILE, roots: [directory] };
  /** The modules of the newest bundle that succeeded. */
  let inputFiles: ReadonlySet<string> = new Set();
  const folders = createFolderWatcher((folder, fileName) => {
    const file = join(folder, fileName);
    const isInputFile = inputFiles.has(file) || otherInputs.includes(file);
    if (!isInputFile && !isInput(watched, folder, fileName)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, debounceMs);
  });
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void>;
  let closed = false;

  async function rebuild(): Promise<void> {
    if (closed) return;
    // Watches before the build, so that no change in between is missed.
    watched.roots = rootsOf(directory);
    folders.add([...ownFolders(watched), ...otherInputs.map((file) => dirname(file))]);
    const outcome = await bundleExtension(options);
    if (closed) return;
    folders.add(foldersOf(outcome));
    if (outcome.ok) inputFiles = new Set(outcome.bundle.inputFiles);
    await onOutcome(outcome);
  }

  // Throws if the folder does not exist. A folder that is deleted later may come back.
  statSync(directory);
  building = rebuild();
  await building;
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      folders.close();
      await building;
    },
  };
}

const OWN_FOLDERS = ['src', 'locales'];
const OWN_FILES = ['tsconfig.json', 'jsconfig.json', 'package.json', 'node_modules'];

/** Files in the app's root. */
const APP_FILE = /^(\.env\b|shopify\.app\b)/;

/** Files that package managers write to `node_modules` last. */
const INSTALL_RECORDS = ['.package-lock.json', '.modules.yaml', '.yarn-integrity', '.yarn-state.yml'];

interface WatchedFolders {
  directory: string;
  manifestFile: string;
  /** The roots of the extension's app and packages. */
  roots: string[];
}

const rootsOf = (directory: string): string[] => [
  findAppRoot(directory) ?? directory,
  packageManagerOf(directory).directory,
];

/** Returns the folders of an extension's files, its parent, which reports a deletion, and its roots. */
function ownFolders({ directory, roots }: WatchedFolders): string[] {
  const within = OWN_FOLDERS.flatMap((name) => [name, ...globSync(`${name}/**/`, { cwd: directory })]);
  return [
    dirname(directory),
    directory,
    ...roots,
    ...[directory, ...roots].map((folder) => join(folder, 'node_modules')),
    ...within.map((name) => resolve(directory, name)),
  ];
}

/** Whether the file is an input of the bundle. The folders also hold others, such as test results. */
function isInput(watched: WatchedFolders, folder: string, fileName: string): boolean {
  const { directory, manifestFile, roots } = watched;
  const isSource = /\.([cm]?[jt]sx?|json|graphql|gql)$/.test(fileName) && !fileName.endsWith('.d.ts');
  const isOwn = OWN_FILES.includes(fileName);
  if (basename(folder) === 'node_modules') {
    return !fileName.startsWith('.') || INSTALL_RECORDS.includes(fileName);
  }
  if (folder === dirname(directory) && fileName === basename(directory)) return true;
  if (roots.includes(folder) && (isOwn || APP_FILE.test(fileName))) return true;
  if (folder === directory) return isSource || isOwn || [...OWN_FOLDERS, manifestFile].includes(fileName);
  if (roots.includes(folder)) return false;
  if (folder === dirname(directory)) return isSource;
  // A name without a dot is a folder.
  return isSource || !fileName.includes('.');
}

function foldersOf(outcome: BundleOutcome): string[] {
  const files = outcome.ok
    ? outcome.bundle.inputFiles
    : outcome.problems.flatMap((problem) => problem.file ?? []);
  return files.filter((file) => !file.split(sep).includes('node_modules')).map((file) => dirname(file));
}
