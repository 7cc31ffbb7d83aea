import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRebuildTrigger } from '../src/rebuild-trigger.ts';
import { workspacePackagesOf } from '../src/workspace-packages.ts';
import { createExtensionFolder } from './extension-folder.ts';

function trigger(directory: string) {
  const touched: string[] = [];
  const created = createRebuildTrigger({ directory, onTouch: (file) => touched.push(file) });
  return { touched, [Symbol.dispose]: () => created.close() };
}

test('finds the workspace packages of an extension, those of its packages included', () => {
  using extension = createExtensionFolder();
  const root = realpathSync(extension.root);
  expect(workspacePackagesOf(extension.directory)).toEqual([join(root, 'client'), join(root, 'shared')]);
});

test.each(['client/src/deep/answer.ts', 'shared/src/index.ts', 'shared/src/new-file.ts'])(
  'a save of %s touches every entry module, and leaves its text',
  async (path) => {
    using extension = createExtensionFolder();
    using running = trigger(extension.directory);
    extension.write(path, 'changed');
    await expect.poll(() => running.touched).toEqual([expect.stringContaining(path)]);
    for (const entry of extension.entries) expect(statSync(entry).mtimeMs).toBeGreaterThan(1000);
    expect(extension.entries.map((entry) => readFileSync(entry, 'utf8'))).toEqual(['tile', 'modal']);
  },
);

test('many saves at once are one touch', async () => {
  using extension = createExtensionFolder();
  using running = trigger(extension.directory);
  for (let save = 0; save < 20; save += 1) extension.write('shared/src/index.ts', `save ${save}`);
  await expect.poll(() => running.touched).toHaveLength(1);
});

test('neither another package, nor a file that is no source, nor the extension itself touches anything', async () => {
  using extension = createExtensionFolder();
  using running = trigger(extension.directory);
  extension.write('unrelated/src/index.ts', 'changed');
  extension.write('shared/src/notes.md', 'changed');
  extension.write('extension/src/Other.tsx', 'changed');
  extension.write('client/src/deep/answer.ts', 'changed'); // what comes after the others shows that they passed
  await expect.poll(() => running.touched).toEqual([expect.stringContaining('answer.ts')]);
});
