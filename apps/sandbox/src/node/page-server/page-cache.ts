import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BuiltPage } from './build-page.ts';

interface CachedPage {
  files: BuiltPage['files'];
  /** The state of each file that the page was built from, by path. */
  stamps: ReadonlyMap<string, string>;
}

export interface PageCacheOptions {
  /** File of the cache. */
  file: string;
  /** Modules of the build itself, whose changes also change the page. */
  tools: readonly string[];
  build(): Promise<BuiltPage>;
}

/** Returns the files of the last build, or builds the page if a file that it was built from has changed since. */
export async function loadCachedPage({ file, tools, build }: PageCacheOptions): Promise<BuiltPage['files']> {
  const cached = await read(file);
  if (cached && (await isCurrent(cached, tools))) return cached.files;
  const startedAt = Date.now();
  const { files, sources } = await build();
  const stamps = new Map<string, string>();
  for (const path of [...tools, ...sources]) {
    const { changedAt, stamp } = await stateOf(path);
    // The build may have read the file before or after this change.
    if (changedAt >= startedAt) return files;
    stamps.set(path, stamp);
  }
  // Without a cache, the next start builds again.
  await write(file, { files, stamps }).catch(() => {});
  return files;
}

async function isCurrent({ stamps }: CachedPage, tools: readonly string[]): Promise<boolean> {
  // Paths contain the versions of packages, so a new version is a new path.
  if (!tools.every((path) => stamps.has(path))) return false;
  const states = await Promise.all(Array.from(stamps.keys(), stateOf));
  return Array.from(stamps.values()).every((stamp, index) => stamp === states[index]!.stamp);
}

/** Returns an empty stamp for a path without a file, such as that of a virtual module. */
async function stateOf(path: string): Promise<{ changedAt: number; stamp: string }> {
  const found = await stat(path).catch(() => undefined);
  return found
    ? { changedAt: found.mtimeMs, stamp: `${found.mtimeMs} ${found.size}` }
    : { changedAt: 0, stamp: '' };
}

async function read(file: string): Promise<CachedPage | undefined> {
  try {
    return deserialize(await readFile(file));
  } catch {
    return undefined;
  }
}

/** Renames a complete file, because several sandboxes may start at once. */
async function write(file: string, page: CachedPage): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const incomplete = `${file}-${randomUUID()}`;
  await writeFile(incomplete, serialize(page));
  await rename(incomplete, file);
}
