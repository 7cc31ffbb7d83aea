import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type BundleOptions, type BundleOutcome, bundleExtension } from './bundle.ts';
import { createFolderWatcher } from './folder-watcher.ts';
import { MANIFEST_FILE } from './manifest.ts';

export interface WatchOptions extends BundleOptions {
  /** Called with the first outcome, then with one for each burst of saves. Never called concurrently. */
  onOutcome: (outcome: BundleOutcome) => void | Promise<void>;
  /** How long to wait for an editor to finish writing. Default 30. */
  settleMs?: number;
}

export interface ExtensionWatcher {
  /** Resolves once nothing is watched and `onOutcome` will not be called again. */
  close(): Promise<void>;
}

/**
 * Bundles the extension now and again whenever a file that goes into it changes: its sources, its
 * manifest, its locales, and the sources of the workspace packages it imports (which the Shopify
 * CLI's own watcher misses). Builds afresh each time, some 50 ms: a changed manifest changes the entry.
 * @throws if `directory` does not exist.
 */
export async function watchExtension(options: WatchOptions): Promise<ExtensionWatcher> {
  const { onOutcome, settleMs = 30 } = options;
  const directory = resolve(options.directory);
  const folders = createFolderWatcher((folder, fileName) => {
    if (!isInput(directory, folder, fileName)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, settleMs);
  });
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void>;
  let closed = false;

  async function rebuild(): Promise<void> {
    if (closed) return;
    const outcome = await bundleExtension(options);
    if (closed) return;
    folders.add(foldersOf(outcome));
    await onOutcome(outcome);
  }

  // Before the first build, so that a save during it is not missed.
  folders.add([directory, ...['src', 'locales'].map((name) => join(directory, name)).filter(existsSync)]);
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

/** In the extension's own folder lie other things, such as test results: only these change the bundle. */
function isInput(directory: string, folder: string, fileName: string): boolean {
  if (folder === directory) return [MANIFEST_FILE, 'tsconfig.json', 'package.json'].includes(fileName);
  return /\.([cm]?[jt]sx?|json)$/.test(fileName);
}

function foldersOf(outcome: BundleOutcome): string[] {
  const files = outcome.ok
    ? outcome.bundle.inputFiles
    : outcome.problems.flatMap((problem) => problem.file ?? []);
  return files.filter((file) => !file.split(sep).includes('node_modules')).map((file) => dirname(file));
}
