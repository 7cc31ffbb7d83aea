import { type FSWatcher, readFileSync, utimesSync, watch } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { workspacePackagesOf } from './workspace-packages.ts';

export interface RebuildTriggerOptions {
  /** The folder of the extension. */
  directory: string;
  /** Called with the file that changed, after the entry modules were touched. */
  onTouch?: (changedFile: string) => void;
  /** How long to wait for an editor, or a branch switch, to finish. Default 50. */
  settleMs?: number;
}

/**
 * Makes `shopify app dev` rebuild an extension when a workspace package that it imports changes. The CLI
 * follows imports by relative path alone, so it watches no package: the extension's entry modules are
 * touched (their time is set, their text is not), which the CLI takes for a save.
 */
export function createRebuildTrigger(options: RebuildTriggerOptions): { close(): void } {
  const { directory, onTouch, settleMs = 50 } = options;
  let timer: NodeJS.Timeout | undefined;

  function touchSoon(changedFile: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = new Date();
      for (const module of entryModules(directory)) utimesSync(join(directory, module), now, now);
      onTouch?.(changedFile);
    }, settleMs);
  }

  const watchers: FSWatcher[] = workspacePackagesOf(directory).map((folder) => {
    const sources = join(folder, 'src');
    return watch(sources, { recursive: true }, (_event, fileName) => {
      if (fileName !== null && /\.(tsx?|jsx?|json)$/.test(fileName)) touchSoon(join(sources, fileName));
    });
  });
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The modules that the manifest names for its targets, relative to the folder. */
function entryModules(directory: string): string[] {
  const manifest = parse(readFileSync(join(directory, 'shopify.extension.toml'), 'utf8')) as {
    extensions?: Array<{ targeting?: Array<{ module: string }> }>;
  };
  return (manifest.extensions ?? []).flatMap(({ targeting = [] }) => targeting.map(({ module }) => module));
}
