import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleExtension } from '../src/index.ts';
import {
  createExtensionFixture,
  createFolder,
  type ExtensionFixture,
  installed,
} from './extension-fixture.ts';

/** A folder like that of the sandbox: each package is a link, and has its own dependencies next to it. */
async function createPreactFolder(): Promise<ExtensionFixture> {
  const root = await createFolder();
  const write = (path: string, text: string) => root.write(join('store/node_modules', path), text);
  await write('preact/package.json', '{ "name": "preact", "version": "10.0.0", "main": "index.js" }');
  await write('preact/index.js', `export const preact = 'preact of the sandbox';`);
  await write('preact/hooks/package.json', '{ "main": "index.js" }');
  await write('preact/hooks/index.js', `export { preact } from 'preact';`);
  await write('@preact/signals/package.json', '{ "name": "@preact/signals", "main": "index.js" }');
  await write(
    '@preact/signals/index.js',
    `export { preact as usedBySignals } from 'preact'; export { core } from '@preact/signals-core';`,
  );
  await write('@preact/signals-core/package.json', '{ "main": "index.js" }');
  await write('@preact/signals-core/index.js', `export const core = 'core of the sandbox';`);
  const links = join(root.directory, 'links');
  await mkdir(join(links, '@preact'), { recursive: true });
  for (const name of ['preact', '@preact/signals'])
    await symlink(join(root.directory, 'store/node_modules', name), join(links, name));
  return { ...root, directory: links };
}

const importing = (extension: ExtensionFixture, ...lines: string[]) =>
  extension.write('src/label.ts', `${lines.join('\n')}\nexport const label = '';`);

const bundle = async (extension: ExtensionFixture, preactFolder?: string) => {
  const outcome = await bundleExtension({
    directory: extension.directory,
    ...(preactFolder && { preactFolder }),
  });
  if (!outcome.ok) return { code: '', texts: outcome.problems.map(({ text }) => text) };
  return { code: outcome.bundle.code, texts: outcome.bundle.warnings.map(({ text }) => text) };
};

const SIGNALS = `import { usedBySignals, core } from '@preact/signals'; console.log(usedBySignals, core);`;
const HOOKS = `import { preact } from 'preact/hooks'; console.log(preact);`;

test('runs an extension without Preact with the one of the folder, and names the command', async () => {
  await using extension = await createExtensionFixture();
  await using folder = await createPreactFolder();
  await extension.write('package.json', '{ "dependencies": { "preact": "^10" } }');
  await importing(extension, HOOKS, SIGNALS);
  const { code, texts } = await bundle(extension, folder.directory);
  expect(code.match(/preact of the sandbox/g)).toHaveLength(1);
  expect(code).toContain('core of the sandbox');
  expect(texts).toEqual([
    `Not installed: preact. In ${extension.directory}, run: npm install. Until then, it runs in the sandbox only.`,
    `Neither a file nor in package.json: @preact/signals. To install from npm, run in ${extension.directory}: npm install @preact/signals. Until then, it runs in the sandbox only.`,
  ]);
});

test('gives the signals of the folder the Preact of the extension', async () => {
  await using extension = await createExtensionFixture();
  await using folder = await createPreactFolder();
  for (const [path, text] of installed('preact'))
    await extension.write(path, path.endsWith('.js') ? `export const preact = 'installed preact';` : text);
  await importing(extension, `import { preact } from 'preact'; console.log(preact);`, SIGNALS);
  const { code, texts } = await bundle(extension, folder.directory);
  expect(code.match(/installed preact/g)).toHaveLength(1);
  expect(code).not.toContain('preact of the sandbox');
  expect(texts).toEqual([expect.stringContaining('@preact/signals')]);
});

test('gives a file outside of the extension the Preact of the extension', async () => {
  await using extension = await createExtensionFixture();
  await using folder = await createPreactFolder();
  for (const [path, text] of installed('preact')) await extension.write(path, text);
  await extension.write('../shared/label.ts', `import 'preact';`);
  await importing(extension, `import '../../shared/label.ts';`);
  const { code, texts } = await bundle(extension, folder.directory);
  expect(code).toContain('"preact"');
  expect(texts).toEqual([expect.stringContaining('Neither a file nor in package.json: preact')]);
});

test('fails without a folder, and for a package that the folder does not replace', async () => {
  await using extension = await createExtensionFixture();
  await using folder = await createPreactFolder();
  await importing(extension, `import 'preact';`);
  expect((await bundle(extension)).texts).toEqual([expect.stringContaining('npm install preact')]);
  await rm(join(extension.directory, 'src/label.ts'));
  await importing(extension, `import 'preact';`, `import 'preact-router';`);
  expect((await bundle(extension, folder.directory)).texts).toEqual([
    expect.stringContaining('npm install preact-router'),
  ]);
});
