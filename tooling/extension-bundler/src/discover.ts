import { globSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { appFileIn, isAppFile, readApp } from './app-config.ts';
import { type ExtensionSource, entriesOf, handleOf, isUiExtension } from './extension-entries.ts';
import { BundleProblemError } from './problem.ts';
import { type Fields, listOf } from './toml-fields.ts';
import { readToml } from './toml-file.ts';

/** A UI extension that was found. */
export interface FoundExtension {
  source: ExtensionSource;
  /** Absent if the file has one UI extension only. */
  handle?: string;
  /** As written in the manifest; empty if it cannot be read, which a build reports. */
  targets: readonly string[];
}

/** An extension that is not a UI extension. */
export interface OtherExtension {
  /** Its handle or name. */
  name: string;
  /** Such as `function` or `theme`. */
  type: string;
  /** Absolute path of its manifest. */
  file: string;
}

export interface Discovery {
  extensions: readonly FoundExtension[];
  others: readonly OtherExtension[];
}

const PATTERN = '*.extension.toml';

/**
 * Finds the extensions of a folder: its own, those of the app whose root it is, or those of its subfolders.
 * `path` may also be a manifest, or an app's TOML file. Both lists are empty if nothing is found.
 * @throws BundleProblemError if the app's TOML file is not valid
 */
export async function discoverExtensions(path: string): Promise<Discovery> {
  const absolute = resolve(path);
  const appFile = isAppFile(basename(absolute)) ? absolute : undefined;
  const manifests = await manifestsOf(absolute);
  const found = await Promise.all(manifests.map((file) => readEntries(file, appFile)));
  return {
    extensions: found.flatMap(({ extensions }) => extensions),
    others: found.flatMap(({ others }) => others),
  };
}

async function manifestsOf(path: string): Promise<string[]> {
  if (isAppFile(basename(path))) {
    const { root, extensionDirectories } = await readApp(path);
    return find(
      root,
      extensionDirectories.map((folder) => `${folder}/${PATTERN}`),
    );
  }
  if (statSync(path).isFile()) return [path];
  const own = find(path, [PATTERN]);
  if (own.length > 0) return own;
  const appFile = appFileIn(path);
  return appFile ? manifestsOf(appFile) : find(path, [`*/${PATTERN}`]);
}

const find = (cwd: string, patterns: string[]): string[] =>
  globSync(patterns, { cwd, exclude: ['**/node_modules/**'] })
    .toSorted()
    .map((file) => join(cwd, file));

async function readEntries(file: string, appFile: string | undefined): Promise<Discovery> {
  const source = { directory: dirname(file), manifestFile: basename(file), ...(appFile && { appFile }) };
  try {
    const { document } = await readToml(file);
    const entries = entriesOf(document);
    const found = entries.filter(isUiExtension);
    return {
      extensions: found.map((entry, index) => ({
        source: { ...source, index },
        ...(found.length > 1 && { handle: handleOf(entry, document) }),
        targets: targetNames(entry),
      })),
      others: entries
        .filter((entry) => !isUiExtension(entry))
        .map((entry) => ({ name: nameOf(entry, file), type: String(entry.type), file })),
    };
  } catch (error) {
    if (!(error instanceof BundleProblemError || error instanceof TypeError)) throw error;
    return { extensions: [{ source, targets: [] }], others: [] };
  }
}

/** Returns the targets that are written correctly. */
function targetNames(entry: Fields): string[] {
  const points = entry.targeting === undefined ? 'extension_points' : 'targeting';
  return listOf(entry, points).flatMap(({ target }) => (typeof target === 'string' ? [target] : []));
}

const nameOf = ({ handle, name }: Fields, file: string) =>
  ([handle, name].find((candidate) => typeof candidate === 'string') as string | undefined) ??
  basename(dirname(file));
