import { type FSWatcher, readFileSync, utimesSync, watch } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { workspacePackagesOf } from './workspace-packages.ts';

export interface RebuildTriggerOptions {
  /** The folders of the extensions. */
  directories: readonly string[];
  /** Called for each extension that was touched, with the file that changed. */
  onTouch?: (directory: string, changedFile: string) => void;
  /** How long to wait for an editor, or a branch switch, to finish. Default 50. */
  settleMs?: number;
  /** How long after one extension the next is touched. Default 1500: the CLI misses what comes sooner. */
  gapMs?: number;
}

/**
 * Makes `shopify app dev` rebuild extensions when a workspace package that they import changes. The CLI
 * follows imports by relative path alone, so it watches no package: an extension's entry module is touched
 * (its time is set, its text is not), which the CLI takes for a save. One extension after the other,
 * since at every change the CLI starts its watcher anew and is blind meanwhile (CLI 4.8.2).
 */
export function createRebuildTrigger(options: RebuildTriggerOptions): { close(): void } {
  const { directories, onTouch, settleMs = 50, gapMs = 1500 } = options;
  /** Extensions to touch, with the file that changed last. */
  const waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  function touchNext(): void {
    timer = undefined;
    const [next] = waiting;
    if (!next) return;
    const [directory, changedFile] = next;
    waiting.delete(directory);
    const now = new Date();
    for (const module of entryModules(directory)) utimesSync(join(directory, module), now, now);
    onTouch?.(directory, changedFile);
    timer = setTimeout(touchNext, gapMs);
  }

  const watchers: FSWatcher[] = [];
  for (const [sources, importers] of importersBySources(directories)) {
    const watcher = watch(sources, { recursive: true }, (_event, fileName) => {
      if (fileName === null || !/\.(tsx?|jsx?|json)$/.test(fileName)) return;
      for (const directory of importers) waiting.set(directory, join(sources, fileName));
      timer ??= setTimeout(touchNext, settleMs);
    });
    watchers.push(watcher);
  }
  return {
    close() {
      clearTimeout(timer);
      waiting.clear();
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The `src` folder of every workspace package that is imported, and the extensions that import it. */
function importersBySources(directories: readonly string[]): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const directory of directories) {
    for (const folder of workspacePackagesOf(directory)) {
      const sources = join(folder, 'src');
      importers.set(sources, [...(importers.get(sources) ?? []), directory]);
    }
  }
  return importers;
}

/** The module of the first target of each extension in the manifest: all its targets are one bundle. */
function entryModules(directory: string): string[] {
  const manifest = parse(readFileSync(join(directory, 'shopify.extension.toml'), 'utf8')) as {
    extensions?: Array<{ targeting?: Array<{ module: string }> }>;
  };
  return (manifest.extensions ?? []).flatMap(({ targeting: [first] = [] }) => (first ? [first.module] : []));
}
