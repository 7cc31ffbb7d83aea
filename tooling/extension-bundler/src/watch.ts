import { globSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { type BundleOptions, type BundleOutcome, bundleExtension } from './bundle.ts';
import { createFolderWatcher } from './folder-watcher.ts';
import { MANIFEST_FILE } from './manifest.ts';

export interface WatchOptions extends BundleOptions {
  /** Called with the first outcome, then with one for each burst of saves. Never called concurrently. */
  onOutcome: (outcome: BundleOutcome) => void | Promise<void>;
  /** How long to wait for an editor to finish writing. Default 30. */
  debounceMs?: number;
}

export interface ExtensionWatcher {
  /** Resolves once nothing is watched and `onOutcome` will not be called again. */
  close(): Promise<void>;
}

/**
 * Bundles the extension now and again whenever a file that goes into it changes: its sources, its
 * manifest, its locales, and the sources of the workspace packages it imports (which the Shopify
 * CLI's own watcher misses). Builds from scratch each time, some 50 ms: a changed manifest changes the entry.
 * @throws if `directory` does not exist.
 */
export async function watchExtension(options: WatchOptions): Promise<ExtensionWatcher> {
  const { onOutcome, debounceMs = 30 } = options;
  const directory = resolve(options.directory);
  const folders = createFolderWatcher((folder, fileName) => {
    if (!isInput(directory, folder, fileName)) return;
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
    // Before the build: it reads what was written earlier, and the watcher sees what is written later.
    folders.add(ownFolders(directory));
    const outcome = await bundleExtension(options);
    if (closed) return;
    folders.add(foldersOf(outcome));
    await onOutcome(outcome);
  }

  // Throws for a folder that does not exist; one that is deleted later may come back.
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
const OWN_FILES = [MANIFEST_FILE, 'tsconfig.json', 'package.json'];

/** The folders that an extension's files may be in, and the one above, which reports the deletion. */
function ownFolders(directory: string): string[] {
  const within = OWN_FOLDERS.flatMap((name) => [name, ...globSync(`${name}/**/`, { cwd: directory })]);
  return [dirname(directory), directory, ...within.map((name) => resolve(directory, name))];
}

/** The extension's folder also holds other files, such as test results; only these change the bundle. */
function isInput(directory: string, folder: string, fileName: string): boolean {
  const isSource = /\.([cm]?[jt]sx?|json)$/.test(fileName);
  if (folder === dirname(directory)) return isSource || fileName === basename(directory);
  if (folder === directory) return [...OWN_FOLDERS, ...OWN_FILES].includes(fileName);
  // A name without a dot is a folder.
  return isSource || !fileName.includes('.');
}

function foldersOf(outcome: BundleOutcome): string[] {
  const files = outcome.ok
    ? outcome.bundle.inputFiles
    : outcome.problems.flatMap((problem) => problem.file ?? []);
  return files.filter((file) => !file.split(sep).includes('node_modules')).map((file) => dirname(file));
}
