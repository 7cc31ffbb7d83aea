import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Returns the ES modules of Preact and its signals, for extensions that have none. */
export function preactFiles(prefix: string): Record<string, Uint8Array> {
  const ours = createRequire(import.meta.url);
  const folders = [
    ['preact', ours.resolve('preact')],
    ['@preact/signals', ours.resolve('@preact/signals')],
    ['@preact/signals-core', createRequire(ours.resolve('@preact/signals')).resolve('@preact/signals-core')],
  ] as const;
  const files = folders.flatMap(([name, main]) => {
    const folder = join(dirname(main), '..');
    return globSync(['**/package.json', '**/*.module.js', '**/*.mjs', 'LICENSE'], {
      cwd: folder,
      exclude: ['node_modules', 'debug', 'devtools', 'test-utils'],
    }).map((path) => [`${prefix}${name}/${path}`, readFileSync(join(folder, path))] as const);
  });
  return Object.fromEntries(files);
}
