import { type FSWatcher, readFileSync, statSync, utimesSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'smol-toml';
import { workspacePackagesOf } from './workspace-packages.ts';

const MANIFEST = 'shopify.extension.toml';

export interface RebuildTriggerOptions {
  /** The folders of the extensions. */
  directories: readonly string[];
  /** Called for each extension that was touched, with the file that changed. */
  onTouch?: (directory: string, changedFile: string) => void;
  /** Called with the reason if an extension cannot be touched or watched. The next save retries. */
  onProblem: (problem: string) => void;
  /** How long to wait for an editor, or a branch switch, to finish. Default 50. */
  debounceMs?: number;
  /** Pause between touching two extensions. Default 1500, because the CLI misses earlier changes. */
  gapMs?: number;
}

/**
 * Makes `shopify app dev` rebuild extensions when a workspace package that they import changes. The CLI follows only
 * relative imports, so it watches no package. This trigger touches an extension's entry module (it sets the time but not
 * the text), which the CLI treats as a save. It touches one extension at a time, because the CLI restarts its watcher after
 * every change and misses changes in the meantime (CLI 4.8.2).
 */
export function createRebuildTrigger(options: RebuildTriggerOptions): { close(): void } {
  const { directories, onTouch, onProblem, debounceMs = 50, gapMs = 1500 } = options;
  /** Extensions to touch, with the file that changed last. */
  const waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  function touchNext(): void {
    timer = undefined;
    const [next] = waiting;
    if (!next) return;
    const [directory, changedFile] = next;
    waiting.delete(directory);
    try {
      const now = new Date();
      for (const module of entryModules(directory)) utimesSync(join(directory, module), now, now);
      onTouch?.(directory, changedFile);
    } catch (error) {
      onProblem(
        `${basename(directory)} was not rebuilt after a change in ${changedFile}: ${reasonOf(error)}`,
      );
    } finally {
      timer = setTimeout(touchNext, gapMs); // the gap begins when the module has been touched
    }
  }

  const watchers: FSWatcher[] = [];
  for (const [sources, importers] of importersBySources(directories, onProblem)) {
    const onSave = (_event: string, fileName: string | null) => {
      if (fileName === null || !/\.(tsx?|jsx?|json)$/.test(fileName)) return;
      for (const directory of importers) waiting.set(directory, join(sources, fileName));
      timer ??= setTimeout(touchNext, debounceMs);
    };
    const stopsWatching = (error: unknown) =>
      onProblem(`Changes in ${sources} no longer rebuild extensions: ${reasonOf(error)}`);
    try {
      statSync(sources); // A recursive watch of a missing folder is silent on Linux.
      watchers.push(watch(sources, { recursive: true }, onSave).on('error', stopsWatching));
    } catch (error) {
      stopsWatching(error);
    }
  }
  return {
    close() {
      clearTimeout(timer);
      waiting.clear();
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Returns the `src` folder of every imported workspace package, with the extensions that import it. */
function importersBySources(
  directories: readonly string[],
  onProblem: (problem: string) => void,
): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const directory of directories) {
    try {
      for (const folder of workspacePackagesOf(directory)) {
        const sources = join(folder, 'src');
        importers.set(sources, [...(importers.get(sources) ?? []), directory]);
      }
    } catch (error) {
      onProblem(`${basename(directory)} is not rebuilt when a package changes: ${reasonOf(error)}`);
    }
  }
  return importers;
}

/**
 * Returns the module of the first target of each extension in the manifest, because all its targets are one bundle.
 *
 * @throws if the manifest cannot be read or names no module, for example while it is being edited
 */
function entryModules(directory: string): string[] {
  const { extensions } = parse(readFileSync(join(directory, MANIFEST), 'utf8'));
  if (!Array.isArray(extensions)) throw new TypeError(`${MANIFEST} has no [[extensions]]`);
  return extensions.map((extension) => {
    const module = (extension as { targeting?: Array<{ module?: unknown }> } | null)?.targeting?.[0]?.module;
    if (typeof module !== 'string') throw new TypeError(`${MANIFEST} names no module for the first target`);
    return module;
  });
}

/** Returns the first line, because the message of a TOML error continues with an excerpt. */
const reasonOf = (error: unknown) => (error as Error).message.split('\n', 1)[0]!;
