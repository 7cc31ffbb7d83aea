import { readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRebuildTrigger } from '../../src/dev/rebuild-trigger.ts';
import { workspacePackagesOf } from '../../src/dev/workspace-packages.ts';
import { createExtensionFolder } from './extension-folder.ts';

function trigger(directory: string) {
  const touched: string[] = [];
  const problems: string[] = [];
  const created = createRebuildTrigger({
    directories: [directory],
    onTouch: (_directory, file) => touched.push(file),
    onProblem: (problem) => problems.push(problem),
    gapMs: 1,
  });
  return { touched, problems, [Symbol.dispose]: () => created.close() };
}

test('finds the direct and indirect workspace packages of an extension', () => {
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

test('many saves at once cause one touch', async () => {
  using extension = createExtensionFolder();
  using running = trigger(extension.directory);
  for (let save = 0; save < 20; save += 1) extension.write('shared/src/index.ts', `save ${save}`);
  await expect.poll(() => running.touched).toHaveLength(1);
});

test('ignores other packages, files that are not sources, and the extension itself', async () => {
  using extension = createExtensionFolder();
  using running = trigger(extension.directory);
  extension.write('unrelated/src/index.ts', 'changed');
  extension.write('shared/src/notes.md', 'changed');
  extension.write('extension/src/Other.tsx', 'changed');
  extension.write('client/src/deep/answer.ts', 'changed'); // the last change proves that the earlier ones were handled
  await expect.poll(() => running.touched).toEqual([expect.stringContaining('answer.ts')]);
});

const MANIFEST = 'extension/shopify.extension.toml';

describe('reports an extension that it cannot touch, and touches it once that is fixed', () => {
  test.each<[string, (extension: ReturnType<typeof createExtensionFolder>) => void, RegExp]>([
    ['a manifest saved half-way', ({ write }) => write(MANIFEST, '[[extensions]]\nname = '), /Invalid TOML/],
    ['an empty manifest', ({ write }) => write(MANIFEST, ''), /no \[\[extensions\]\]/],
    [
      'extensions that are not a list',
      ({ write }) => write(MANIFEST, 'extensions = 1'),
      /no \[\[extensions\]\]/,
    ],
    ['extensions that are not tables', ({ write }) => write(MANIFEST, 'extensions = [1]'), /names no module/],
    ['no target', ({ write }) => write(MANIFEST, '[[extensions]]'), /names no module/],
    [
      'a target without a module',
      ({ write }) => write(MANIFEST, '[[extensions]]\n[[extensions.targeting]]\ntarget = "a"'),
      /names no module/,
    ],
    [
      'a module that is not a string',
      ({ write }) => write(MANIFEST, '[[extensions]]\n[[extensions.targeting]]\nmodule = 1'),
      /names no module/,
    ],
    ['a missing manifest', ({ root }) => rmSync(join(root, MANIFEST)), /ENOENT/],
    ['a renamed entry module', ({ entry }) => renameSync(entry, `${entry}.old`), /ENOENT/],
    ['a missing folder', ({ directory }) => renameSync(directory, `${directory}.old`), /ENOENT/],
  ])('%s', async (_what, damage, reason) => {
    using extension = createExtensionFolder();
    using running = trigger(extension.directory);
    damage(extension);
    extension.write('client/src/deep/answer.ts', 'changed');
    await expect.poll(() => running.problems).toEqual([expect.stringMatching(reason)]);
    expect(running.problems[0]).toMatch(/^extension was not rebuilt after a change in .*answer\.ts: /);

    extension.write(MANIFEST, '[[extensions]]\n[[extensions.targeting]]\nmodule = "./src/Tile.tsx"');
    extension.write('extension/src/Tile.tsx', 'tile');
    extension.write('shared/src/index.ts', 'changed');
    await expect.poll(() => running.touched).toEqual([expect.stringContaining('index.ts')]);
  });
});

test.each([
  ['package.json', 'extension/package.json'],
  ['a linked package', 'extension/node_modules/client'],
  ['the sources of a package', 'shared/src'],
])('starts without %s, and says what it cannot watch', (_what, path) => {
  using extension = createExtensionFolder();
  rmSync(join(extension.root, path), { recursive: true });
  using running = trigger(extension.directory);
  expect(running.problems).toEqual([expect.stringContaining('ENOENT')]);
});

test('extensions that import the same package are touched one after the other', async () => {
  using one = createExtensionFolder();
  using other = createExtensionFolder();
  other.linkPackageOf(one);
  const times: Array<[directory: string, atMs: number]> = [];
  const created = createRebuildTrigger({
    directories: [one.directory, other.directory],
    onTouch: (directory) => times.push([directory, performance.now()]),
    onProblem: (problem) => expect.fail(problem),
    gapMs: 100,
  });
  one.write('shared/src/index.ts', 'changed');
  await expect.poll(() => times.map(([directory]) => directory)).toEqual([one.directory, other.directory]);
  created.close();
  expect(times[1]![1] - times[0]![1]).toBeGreaterThanOrEqual(99);
});
