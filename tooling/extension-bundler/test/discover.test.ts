import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discoverExtensions } from '../src/index.ts';
import { createFolder, MANIFEST } from './extension-fixture.ts';

const FUNCTION = `api_version = "2026-07"\n[[extensions]]\ntype = "function"\nhandle = "discount"\n`;
const POS_TARGETS = ['pos.home.tile.render', 'pos.home.modal.render'];

const sourceIn = (root: string, directory: string, index = 0) => ({
  directory: join(root, directory),
  manifestFile: 'shopify.extension.toml',
  index,
});

test('finds the UI extensions of an app, and names the others', async () => {
  await using app = await createFolder();
  await app.write('shopify.app.toml', '');
  await app.write('extensions/tile/shopify.extension.toml', MANIFEST);
  await app.write('extensions/discount/shopify.extension.toml', FUNCTION);
  await app.write('extensions/tile/node_modules/dependency/shopify.extension.toml', MANIFEST);
  await app.write('elsewhere/tile/shopify.extension.toml', MANIFEST);
  expect(await discoverExtensions(app.directory)).toEqual({
    extensions: [{ source: sourceIn(app.directory, 'extensions/tile'), targets: POS_TARGETS }],
    others: [
      {
        name: 'discount',
        type: 'function',
        file: join(app.directory, 'extensions/discount/shopify.extension.toml'),
      },
    ],
  });
});

test.each([
  ['of extension_directories', 'extension_directories = ["ui/*"]', 'ui/tile'],
  ['of the default folder, if the list is empty', 'extension_directories = []', 'extensions/tile'],
])('finds those %s', async (_which, toml, folder) => {
  await using app = await createFolder();
  await app.write('shopify.app.toml', toml);
  // Not the active file while there is a shopify.app.toml.
  await app.write('shopify.app.other.toml', 'extension_directories = ["other/*"]');
  for (const parent of ['ui', 'extensions', 'other']) {
    await app.write(`${parent}/tile/shopify.extension.toml`, MANIFEST);
  }
  const { extensions } = await discoverExtensions(app.directory);
  expect(extensions.map(({ source }) => source)).toEqual([sourceIn(app.directory, folder)]);
});

test("takes the app's TOML file that is named", async () => {
  await using app = await createFolder();
  await app.write('shopify.app.toml', '');
  await app.write('shopify.app.staging.toml', 'extension_directories = ["ui/*"]');
  await app.write('ui/tile/shopify.extension.toml', MANIFEST);
  const appFile = join(app.directory, 'shopify.app.staging.toml');
  const { extensions } = await discoverExtensions(appFile);
  expect(extensions.map(({ source }) => source)).toEqual([
    { ...sourceIn(app.directory, 'ui/tile'), appFile },
  ]);
});

test.each(['', 'tile', 'tile/shopify.extension.toml'])('accepts the path "%s"', async (path) => {
  await using folder = await createFolder();
  await folder.write('tile/shopify.extension.toml', MANIFEST);
  const { extensions } = await discoverExtensions(join(folder.directory, path));
  expect(extensions.map(({ source }) => source)).toEqual([sourceIn(folder.directory, 'tile')]);
});

test('tells several UI extensions of one file apart by handle, and skips the rest', async () => {
  await using folder = await createFolder();
  const second = MANIFEST.slice(MANIFEST.indexOf('[[extensions]]')).replace('"tried"', '"second"');
  await folder.write(
    'shopify.extension.toml',
    `${MANIFEST}\n${FUNCTION.split('\n').slice(1).join('\n')}\n${second}`,
  );
  const { extensions, others } = await discoverExtensions(folder.directory);
  expect(extensions.map(({ handle, source }) => [handle, source.index])).toEqual([
    ['tried', 0],
    ['second', 1],
  ]);
  expect(others).toMatchObject([{ name: 'discount', type: 'function' }]);
});

test('returns a manifest that cannot be read, so that a build reports it', async () => {
  await using folder = await createFolder();
  await folder.write('shopify.extension.toml', 'name =');
  expect(await discoverExtensions(folder.directory)).toMatchObject({ extensions: [{ targets: [] }] });
});

test('finds nothing in an empty folder', async () => {
  await using folder = await createFolder();
  expect(await discoverExtensions(folder.directory)).toEqual({ extensions: [], others: [] });
});
