import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stateDirectory } from '../state-directory.ts';
import type { Installation } from './installation.ts';

const file = (path: string) => new URL(path, import.meta.url);

/** The sandbox as an npm package. `build/` puts these files next to this module. */
export const installation: Installation = {
  commands: {
    start: 'npx session-token-sandbox',
    render: 'npx session-token-sandbox render',
    roundtrip: 'npx session-token-sandbox render --no-browser',
    more: 'Without a window, for CI: npx session-token-sandbox render --help',
  },
  server: {
    name: 'the built-in server',
    main: file('../server/main.js'),
    stopWithParent: file('stop-with-parent.js'),
    docsPath: '/openapi.json',
    sourceFolders: () => [],
  },
  graphqlThread: file('answer-thread.js'),
  graphqlSchemas: file('graphql/'),
  preact: fileURLToPath(file('preact/')),
  troubleshooting: file('troubleshooting.md'),
  pageFiles: () => readFiles(fileURLToPath(file('page/'))),
  keys: join(stateDirectory(), 'keys'),
};

/** Returns the files of a folder and its subfolders, by relative path with slashes. */
async function readFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(
    async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path)] as const,
  );
  return new Map(await Promise.all(files));
}
