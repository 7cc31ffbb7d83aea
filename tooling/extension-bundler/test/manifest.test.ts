import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleExtension } from '../src/index.ts';
import { createExtensionFixture, MANIFEST } from './extension-fixture.ts';

test('reads the manifest and the locales', async () => {
  await using extension = await createExtensionFixture();
  const outcome = await bundleExtension(extension);
  expect(outcome.ok && outcome.bundle.manifest).toEqual({
    name: 't:name',
    handle: 'tried',
    uid: '00000000-0000-4000-8000-000000000000',
    apiVersion: '2026-07',
    targets: [
      { target: 'pos.home.tile.render', module: './src/Tile.tsx' },
      { target: 'pos.home.modal.render', module: './src/Modal.tsx' },
    ],
    capabilities: { networkAccess: true, apiAccess: false, blockProgress: false },
    settings: [
      {
        key: 'greeting',
        type: 'single_line_text_field',
        name: 'Greeting',
        description: 'What buyers read',
      },
    ],
    locales: {
      defaultLanguage: 'en',
      translations: {
        en: { name: 'Tried', nested: { text: 'Text' } },
        fr: { name: 'Essayé', nested: { text: 'Texte' } },
      },
    },
  });
});

test('grants only the capabilities that the manifest names', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace('network_access = true', ''));
  const outcome = await bundleExtension(extension);
  expect(outcome.ok && outcome.bundle.manifest.capabilities.networkAccess).toBe(false);
});

test.each([
  ['no manifest type', 'type = "ui_extension"', '', 'expected "type" to be a string'],
  ['another kind of extension', '"ui_extension"', '"theme"', 'expected type "ui_extension", found "theme"'],
  ['no handle', 'handle = "tried"', '', 'expected "handle" to be a string'],
  ['a setting without a key', 'key = "greeting"', '', 'expected "key" to be a string'],
  [
    'a second extension',
    'api_version',
    '[[extensions]]\napi_version',
    'expected one [[extensions]], found 2',
  ],
])('rejects a manifest with %s', async (_case, from, to, text) => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace(from, to));
  expect(await bundleExtension(extension)).toEqual({
    ok: false,
    problems: [{ file: join(extension.directory, 'shopify.extension.toml'), text }],
  });
});

test.each([
  ['target', 'pos.home.tile.render', 'pos.home.tile.rendr', 'Did you mean pos.home.tile.render', 11],
  ['target', 'pos.home.tile.render', 'purchase.nonsense.render', 'Known: ', 11],
  ['target', 'pos.home.tile.render', 'toString', 'Known: ', 11],
  ['api_version', '2026-07', '2026-70', 'Known: 2025-10', 2],
  ['api_version', '2026-07', '2026-08', 'Did you mean .*2026-07', 2],
  ['api_version', '2026-07', '2025-07', 'Known: 2025-10, 2026-01, 2026-04, 2026-07, unstable', 2],
  ['api_version', '2026-07', '2062-07', 'Known: 2025-10', 2],
])('names the unknown %s and its line: %s as %s', async (kind, name, typo, advice, line) => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace(`"${name}"`, `"${typo}"`));
  expect(await bundleExtension(extension)).toEqual({
    ok: false,
    problems: [
      {
        file: join(extension.directory, 'shopify.extension.toml'),
        line,
        text: expect.stringMatching(new RegExp(`^unknown ${kind} "${typo}"\\..*${advice}`)),
      },
    ],
  });
});

test('lists only the targets of the surface that was meant', async () => {
  await using extension = await createExtensionFixture();
  await extension.write(
    'shopify.extension.toml',
    MANIFEST.replace('"pos.home.tile.render"', '"pos.nonsense"'),
  );
  const outcome = await bundleExtension(extension);
  const text = outcome.ok ? '' : outcome.problems[0]!.text;
  expect(text).toContain('pos.home.modal.render');
  expect(text).not.toContain(' purchase.');
});

test.each(['2025-10', '2026-01', 'unstable'])('accepts the api_version %s', async (version) => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace('"2026-07"', `"${version}"`));
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: { manifest: { apiVersion: version } },
  });
});

test('rejects a manifest without a target', async () => {
  await using extension = await createExtensionFixture();
  await extension.write(
    'shopify.extension.toml',
    MANIFEST.replaceAll('extensions.targeting', 'extensions.other'),
  );
  expect(await bundleExtension(extension)).toMatchObject({
    problems: [{ text: 'expected at least one [[extensions.targeting]]' }],
  });
});

test('reports the line where the manifest is not TOML', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', 'api_version = "2026-07"\nname = \n');
  expect(await bundleExtension(extension)).toMatchObject({
    ok: false,
    problems: [{ file: join(extension.directory, 'shopify.extension.toml'), line: 2 }],
  });
});

test('rejects a folder without a manifest', async () => {
  await using extension = await createExtensionFixture();
  const directory = join(extension.directory, 'src');
  expect(await bundleExtension({ directory })).toMatchObject({
    ok: false,
    problems: [
      { file: join(directory, 'shopify.extension.toml'), text: expect.stringContaining('is missing') },
    ],
  });
});

test('rejects two default locales', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('locales/fr.default.json', '{}');
  expect(await bundleExtension(extension)).toMatchObject({
    problems: [{ text: 'expected one <language>.default.json, found 2' }],
  });
});

test('names the locale that is not JSON', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('locales/fr.json', '{ "name": }');
  expect(await bundleExtension(extension)).toMatchObject({
    ok: false,
    problems: [{ file: join(extension.directory, 'locales', 'fr.json') }],
  });
});
