import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Creates an extension that imports the workspace package `client`, which imports `shared`. Nothing depends on
 * `unrelated`. The entry module has an old modification time.
 */
export function createExtensionFolder() {
  const root = mkdtempSync(join(tmpdir(), 'extension-folder-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const link = (from: string, to: string) => {
    mkdirSync(dirname(join(root, from)), { recursive: true });
    symlinkSync(join(root, to), join(root, from), 'junction');
  };
  const entry = join(root, 'extension/src/Tile.tsx');

  write('extension/package.json', '{"dependencies":{"client":"workspace:*","preact":"10.0.0"}}');
  write(
    'extension/shopify.extension.toml',
    `[[extensions]]
    [[extensions.targeting]]
    target = "pos.home.tile.render"
    module = "./src/Tile.tsx"
    [[extensions.targeting]]
    target = "pos.home.modal.render"
    module = "./src/Modal.tsx"`,
  );
  write('extension/src/Tile.tsx', 'tile');
  write('extension/src/Modal.tsx', 'modal');
  write('client/package.json', '{"dependencies":{"shared":"workspace:*"}}');
  write('client/src/deep/answer.ts', '');
  write('shared/package.json', '{}');
  write('shared/src/index.ts', '');
  write('unrelated/src/index.ts', '');
  link('extension/node_modules/client', 'client');
  link('client/node_modules/shared', 'shared');
  utimesSync(entry, 1, 1);

  return {
    root,
    directory: join(root, 'extension'),
    entry,
    write,
    /** Makes this extension import the other one's package `client`. */
    linkPackageOf(other: { root: string }) {
      rmSync(join(root, 'extension/node_modules/client'));
      symlinkSync(join(other.root, 'client'), join(root, 'extension/node_modules/client'), 'junction');
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
