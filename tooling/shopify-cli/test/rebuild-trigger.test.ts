import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRebuildTrigger } from '../src/rebuild-trigger.ts';
import { workspacePackagesOf } from '../src/workspace-packages.ts';
import { createExtensionFolder } from './extension-folder.ts';

function trigger(directory: string) {
  const touched: string[] = [];
  const onTouch = (_directory: string, file: string) => touched.push(file);
  const created = createRebuildTrigger({ directories: [directory], onTouch });
  return { touched, [Symbol.dispose]: () => created.close() };
}

test('finds the workspace packages of an extension, those of its packages included', () => {
  using extension = createExtensionFolder();
  const root = realpathSync(extension.root);
  expect(workspacePackagesOf(extension.directory)).toEqual([join(root, 'client'), join(root, 'shared')]);
});

test.each(['client/src/deep/answer.ts', 'shared/src/index.ts', 'shared/src/new-file.ts'])(
  'a save of %s touches the entry module, and leaves its text',
  async (path) => {
    using extension = createExtensionFolder();
    using running = trigger(extension.directory);
    extension.write(path, 'changed');
    await expect.poll(() => running.touched).toEqual([expect.stringContaining(path)]);
    expect(statSync(extension.entry).mtimeMs).toBeGreaterThan(1000);
    expect(readFileSync(extension.entry, 'utf8')).toBe('tile');
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

test('extensions that import the same package are touched one after the other', async () => {
  using one = createExtensionFolder();
  using other = createExtensionFolder();
  other.linkPackageOf(one);
  const times: Array<[directory: string, atMs: number]> = [];
  const created = createRebuildTrigger({
    directories: [one.directory, other.directory],
    onTouch: (directory) => times.push([directory, performance.now()]),
    gapMs: 100,
  });
  one.write('shared/src/index.ts', 'changed');
  await expect.poll(() => times.map(([directory]) => directory)).toEqual([one.directory, other.directory]);
  created.close();
  expect(times[1]![1] - times[0]![1]).toBeGreaterThanOrEqual(99);
});
