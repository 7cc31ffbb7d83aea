import { watch } from 'node:fs';

/** Debounce time: an editor may write a file in several steps, and a branch switch writes many files. */
const DEBOUNCE_MS = 80;

/** Calls `onChange` once for each burst of saves in these folders. Returns a function that stops watching. */
export function watchSources(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) => {
    const watcher = watch(folder, { recursive: true }, (_event, file) => {
      if (!file || !/\.(ts|json)$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, DEBOUNCE_MS);
    });
    // The folder is gone, or the system has no watches left. Saves are not noticed then.
    watcher.on('error', () => watcher.close());
    return watcher;
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
