import { type FSWatcher, watch } from 'node:fs';

export interface FolderWatcher {
  /** Watches each folder once, however often it is added; not the folders within. Throws if one is missing. */
  add(folders: Iterable<string>): void;
  close(): void;
}

/**
 * Reports which file of which folder was written, created or deleted.
 * Folders, not files: an editor that saves by renaming leaves a watched file behind.
 */
export function createFolderWatcher(onChange: (folder: string, fileName: string) => void): FolderWatcher {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    add(folders) {
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        const watcher = watch(folder, (_event, fileName) => {
          if (fileName !== null) onChange(folder, fileName);
        });
        watcher.on('error', () => forget(folder));
        watchers.set(folder, watcher);
      }
    },
    close() {
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}
