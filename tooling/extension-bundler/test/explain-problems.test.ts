import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleExtension } from '../src/index.ts';
import { createExtensionFixture, type ExtensionFixture, installed } from './extension-fixture.ts';

const problemsOf = async ({ directory }: ExtensionFixture) => {
  const outcome = await bundleExtension({ directory });
  return outcome.ok ? [] : outcome.problems.map(({ text }) => text);
};

/** Writes a module that imports these specifiers. */
const importing = (extension: ExtensionFixture, ...specifiers: string[]) =>
  extension.write(
    'src/label.ts',
    `${specifiers.map((name) => `import '${name}';`).join('\n')}\nexport const label = '';`,
  );

test.each([
  ['package-lock.json', 'npm install'],
  ['yarn.lock', 'yarn install'],
  ['pnpm-lock.yaml', 'pnpm install'],
  ['bun.lock', 'bun install'],
  ['none.lock', 'npm install'],
])('names the command that installs the packages by %s', async (lockfile, command) => {
  await using extension = await createExtensionFixture();
  await extension.write('package.json', '{ "dependencies": { "preact": "^10", "@preact/signals": "^2" } }');
  await extension.write(lockfile, '');
  await importing(extension, 'preact', 'preact/hooks', '@preact/signals');
  expect(await problemsOf(extension)).toEqual([
    `Not installed: preact, @preact/signals. In ${extension.directory}, run: ${command}`,
  ]);
});

test.each([
  ['the root of a workspace', '{ "workspaces": ["extension"] }', '../yarn.lock', 'yarn', '..'],
  ['the root of a workspace without a lockfile', '{ "workspaces": ["extension"] }', 'none', 'npm', '..'],
  ['the folder itself, without a root', '{}', '../yarn.lock', 'yarn', '.'],
])('installs in %s', async (_where, root, lockfile, manager, folder) => {
  await using extension = await createExtensionFixture();
  await extension.write('../package.json', root);
  await extension.write(lockfile, '');
  await extension.write('package.json', '{ "dependencies": { "preact": "^10" } }');
  await importing(extension, 'preact');
  expect(await problemsOf(extension)).toEqual([
    `Not installed: preact. In ${join(extension.directory, folder)}, run: ${manager} install`,
  ]);
});

test('resolves packages that are hoisted to the app', async () => {
  await using extension = await createExtensionFixture();
  for (const [path, text] of installed('preact')) await extension.write(join('..', path), text);
  await importing(extension, 'preact');
  expect(await problemsOf(extension)).toEqual([]);
});

test('knows that a file outside of the extension does not find the packages of the extension', async () => {
  await using extension = await createExtensionFixture();
  for (const [path, text] of installed('preact')) await extension.write(path, text);
  await extension.write('../package.json', '{ "workspaces": ["extension"] }');
  await extension.write('package.json', '{ "dependencies": { "preact": "^10" } }');
  await extension.write('../shared/label.ts', `import 'preact';`);
  await importing(extension, '../../shared/label.ts');
  expect(await problemsOf(extension)).toEqual([
    `Not installed: preact. In ${join(extension.directory, '..')}, run: npm install`,
  ]);
});

test('says what to add to the extension for a package that no package.json lists', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('../pnpm-workspace.yaml', '');
  await extension.write('package.json', '{}');
  await importing(extension, '@shopify/ui-extensions/preact');
  expect(await problemsOf(extension)).toEqual([
    `Neither a file nor in package.json: @shopify/ui-extensions. To install from npm, run in ${extension.directory}: pnpm add @shopify/ui-extensions`,
  ]);
});

test.each(['@/lib', '~/lib', 'src/label', './missing.ts'])('takes "%s" for no package', async (specifier) => {
  await using extension = await createExtensionFixture();
  await importing(extension, specifier);
  expect(await problemsOf(extension)).toEqual([`Could not resolve "${specifier}"`]);
});

test('explains a module of Node.js, JSX for React, and a version without the import', async () => {
  await using extension = await createExtensionFixture();
  for (const [path, text] of installed('@shopify/ui-extensions', '2025.7.1'))
    await extension.write(path, text);
  await extension.write(
    'node_modules/@shopify/ui-extensions/package.json',
    '{ "version": "2025.7.1", "exports": {} }',
  );
  await importing(extension, 'node:crypto', '@shopify/ui-extensions/preact');
  await extension.write('src/Modal.tsx', 'export default () => <s-text />;');
  expect(await problemsOf(extension)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^"node:crypto" is a module of Node\.js/),
      expect.stringMatching(/^JSX is compiled for React.*"jsxImportSource": "preact"/),
      '@shopify/ui-extensions 2025.7.1 has no "@shopify/ui-extensions/preact". Install the version of your api_version.',
    ]),
  );
});

test.each([true, false])('names a React package of older extensions (installed: %s)', async (isInstalled) => {
  await using extension = await createExtensionFixture();
  const name = '@shopify/ui-extensions-react';
  if (isInstalled) {
    for (const [path, text] of installed(name)) await extension.write(path, text);
    // Its own imports do not resolve, either.
    await extension.write(`node_modules/${name}/index.js`, "import 'react-reconciler';");
  }
  await importing(extension, name, ...(isInstalled ? [] : ['react']));
  expect(await bundleExtension(extension)).toMatchObject({
    problems: [
      {
        file: join(extension.directory, 'src/label.ts'),
        text: expect.stringMatching(
          /^@shopify\/ui-extensions-react is for .* 2025-07 and older.*docs\/migrating\.md/,
        ),
      },
    ],
  });
});

test('names an import that only older versions of @shopify/ui-extensions have', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('node_modules/@shopify/ui-extensions/package.json', '{ "module": "index.mjs" }');
  await extension.write('node_modules/@shopify/ui-extensions/index.mjs', 'export const other = 1;');
  await extension.write(
    'src/label.ts',
    `import { extension, Banner, Text } from '@shopify/ui-extensions';\nexport const label = [extension, Banner, Text];`,
  );
  expect(await problemsOf(extension)).toEqual([
    expect.stringMatching(
      /^"extension" of @shopify\/ui-extensions \(and 2 more imports\) is for .* 2025-07 and older/,
    ),
  ]);
});

test('warns of JSX for React if Preact renders it', async () => {
  await using extension = await createExtensionFixture();
  for (const [path, text] of installed('react')) await extension.write(path, text);
  await extension.write('node_modules/react/jsx-runtime.js', 'exports.jsx = () => {};');
  await extension.write('src/Modal.tsx', 'export default () => <s-text />;');
  const warnings = async () => {
    const outcome = await bundleExtension(extension);
    return outcome.ok && outcome.bundle.warnings.map(({ text }) => text);
  };
  expect(await warnings()).toEqual([]);
  for (const [path, text] of installed('preact')) await extension.write(path, text);
  await importing(extension, 'preact');
  expect(await warnings()).toEqual([expect.stringMatching(/^JSX is compiled for React/)]);
});

test('says that the CLI does not bundle such a file either', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/logo.svg', '<svg />');
  await importing(extension, './logo.svg');
  expect(await problemsOf(extension)).toEqual([
    expect.stringMatching(/^No loader is configured for "\.svg" files.*The Shopify CLI has none either/),
  ]);
});

test('names the module of a target that does not exist', async () => {
  await using extension = await createExtensionFixture();
  const targets = [{ target: 'pos.home.tile.render', module: './src/Gone.tsx' }];
  expect(await bundleExtension({ directory: extension.directory, targets })).toEqual({
    ok: false,
    problems: [
      {
        file: join(extension.directory, 'shopify.extension.toml'),
        text: 'the module "./src/Gone.tsx" of a target does not exist',
      },
    ],
  });
});
