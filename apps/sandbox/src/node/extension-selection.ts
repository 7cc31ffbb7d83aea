import { basename, sep } from 'node:path';
import {
  discoverExtensions,
  type ExtensionSource,
  type FoundExtension,
} from '@session-token/extension-bundler';
import { isSurfaceTarget } from '../contract/surfaces.ts';

/** An extension that the sandbox builds and runs. */
export interface SelectedExtension {
  /** Unique: the name of its folder, with as much of the path and the handle as tells it from the others. */
  id: string;
  source: ExtensionSource;
}

/** An extension that was found but does not run here. */
export interface SkippedExtension {
  name: string;
  /** Such as `type "function"`. */
  reason: string;
}

export interface Selection {
  extensions: readonly SelectedExtension[];
  skipped: readonly SkippedExtension[];
}

/**
 * Selects the UI extensions of folders, apps and manifests that have a surface of the sandbox.
 * @param paths absolute paths that exist
 * @throws BundleProblemError if an app's TOML file is not valid
 */
export async function selectExtensions(paths: readonly string[]): Promise<Selection> {
  const found = await Promise.all(paths.map(discoverExtensions));
  const all = new Map(
    found
      .flatMap(({ extensions }) => extensions)
      .map((extension) => [Object.values(extension.source).join(), extension] as const),
  );
  const runs = ({ targets }: FoundExtension) => targets.length === 0 || targets.some(isSurfaceTarget);
  const running = [...all.values()].filter(runs);
  const ids = uniqueIds(running);
  return {
    extensions: running.map(({ source }, index) => ({ id: ids[index]!, source })),
    skipped: [
      ...found.flatMap(({ others }) => others).map(({ name, type }) => ({ name, reason: `type "${type}"` })),
      ...[...all.values()]
        .filter((extension) => !runs(extension))
        .map(({ source, handle, targets }) => ({
          name: handle ?? basename(source.directory),
          reason: `its target is ${targets[0]}`,
        })),
    ],
  };
}

/** Names each extension by the end of its folder's path that no other folder has, and by its handle if it needs one. */
export function uniqueIds(extensions: readonly Pick<FoundExtension, 'source' | 'handle'>[]): string[] {
  const folders = [...new Set(extensions.map(({ source }) => source.directory))];
  const taken = new Set<string>();
  return extensions.map(({ source, handle }) => {
    const others = folders.filter((folder) => folder !== source.directory);
    const id = [shortestEnd(source.directory, others), ...(handle === undefined ? [] : [handle])].join('/');
    let unique = id;
    for (let count = 2; taken.has(unique); count += 1) unique = `${id}-${count}`;
    taken.add(unique);
    return unique;
  });
}

/** Returns the shortest end of the path, in whole names and with slashes, that ends none of the others. */
function shortestEnd(path: string, others: readonly string[]): string {
  const names = path.split(sep).filter(Boolean);
  for (let count = 1; count < names.length; count += 1) {
    const end = names.slice(-count);
    const isShared = others.some((other) => other.split(sep).slice(-count).join() === end.join());
    if (!isShared) return end.join('/');
  }
  return names.join('/');
}
