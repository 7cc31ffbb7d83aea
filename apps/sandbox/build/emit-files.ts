import type { Rolldown } from 'tsdown';

/** Writes files next to the bundle, by their relative path. */
export function emitFiles(files: Readonly<Record<string, Uint8Array>>): Rolldown.Plugin {
  return {
    name: 'emit-files',
    generateBundle() {
      for (const [fileName, source] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
