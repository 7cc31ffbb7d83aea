import { type FSWatcher, statSync, watch } from 'node:fs';

export interface FolderWatcher {
  /** Watches each folder once, even if it is added repeatedly, without its subfolders. Ignores missing folders. */
  add(folders: Iterable<string>): void;
  close(): void;
}

interface Watched {
  watcher: FSWatcher;
  /** Distinguishes a folder from one that replaced it. */
  identity: string;
}

/**
 * Reports which file of which folder was written, created or deleted.
 * Watches folders, because an editor that saves by renaming replaces a watched file.
 */
export function createFolderWatcher(onChange: (folder: string, fileName: string) => void): FolderWatcher {
  const watched = new Map<string, Watched>();
  const forget = (folder: string) => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  return {
    add(folders) {
      for (const folder of folders) {
        const identity = identityOf(folder);
        if (identity === watched.get(folder)?.identity) continue;
        forget(folder);
        if (identity === undefined) continue;
        const watcher = watch(folder, (_event, fileName) => {
          if (fileName !== null) onChange(folder, fileName);
        });
        watcher.on('error', () => forget(folder));
        watched.set(folder, { watcher, identity });
      }
    },
    close() {
      for (const folder of [...watched.keys()]) forget(folder);
    },
  };
}

/** Returns `undefined` if the folder does not exist. A new folder may get the inode of a deleted one. */
function identityOf(folder: string): string | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && `${stat.ino}-${stat.birthtimeMs}`;
}
