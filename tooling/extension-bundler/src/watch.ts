import { globSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { type BundleOptions, type BundleOutcome, bundleExtension } from './bundle.ts';
import { createFolderWatcher } from './folder-watcher.ts';
import { MANIFEST_FILE } from './manifest.ts';

export interface WatchOptions extends BundleOptions {
  /** Called with the first outcome, then once per burst of saves. Never called concurrently. */
  onOutcome: (outcome: BundleOutcome) => void | Promise<void>;
  /** How long to wait for an editor to finish writing. Default 30. */
  debounceMs?: number;
}

export interface ExtensionWatcher {
  /** Stops watching. Resolves when `onOutcome` will not be called again. */
  close(): Promise<void>;
}

/**
 * Bundles the extension now, and again when one of its inputs changes: sources, manifest, locales, and the sources of
 * imported workspace packages (which the Shopify CLI's watcher misses). Builds from scratch each time, which takes
 * about 50 ms, because a changed manifest changes the entry.
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
    // Watches before the build, so that no change in between is missed.
    folders.add(ownFolders(directory));
    const outcome = await bundleExtension(options);
    if (closed) return;
    folders.add(foldersOf(outcome));
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
const OWN_FILES = [MANIFEST_FILE, 'tsconfig.json', 'package.json'];

/** Returns the folders of an extension's files, and their parent, which reports a deletion. */
function ownFolders(directory: string): string[] {
  const within = OWN_FOLDERS.flatMap((name) => [name, ...globSync(`${name}/**/`, { cwd: directory })]);
  return [dirname(directory), directory, ...within.map((name) => resolve(directory, name))];
}

/** Whether the file is an input of the bundle. The folder also holds others, such as test results. */
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
