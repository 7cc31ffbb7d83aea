import { rename } from 'node:fs/promises';
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
  ['a second extension', 'api_version', '[[extensions]]\napi_version', 'expected one UI extension, found 2'],
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
  ['api_version', '2026-07', '2026-70', 'Known: 2025-10', 2],
  ['api_version', '2026-07', '2026-08', 'Did you mean .*2026-07', 2],
  ['api_version', '2026-07', '2026-11', 'Did you mean', 2],
  ['api_version', '2026-07', '2027-10', 'Known: 2025-10', 2],
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
  const withOne = MANIFEST.replace('"pos.home.tile.render"', '"pos.nonsense"');
  await extension.write('shopify.extension.toml', withOne.replace('"pos.home.modal.render"', '"pos.other"'));
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

test.each(['2026-10', '2027-07'])('warns of the api_version %s, at most a year ahead', async (version) => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace('"2026-07"', `"${version}"`));
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: {
      warnings: [{ text: expect.stringContaining('is newer than the installed types'), line: 2 }],
    },
  });
});

test('accepts names that the caller knows', async () => {
  await using extension = await createExtensionFixture();
  const newer = MANIFEST.replace('"2026-07"', '"2026-10"').replace('pos.home.tile', 'pos.home.tales');
  await extension.write('shopify.extension.toml', newer);
  const { directory } = extension;
  expect(await bundleExtension({ directory })).toMatchObject({ ok: false });
  const knownNames = { targets: ['pos.home.tales.render'], newestVersion: '2026-10' };
  expect(await bundleExtension({ directory, knownNames })).toMatchObject({ bundle: { warnings: [] } });
});

test.each([
  ['an api_version from before 2025-10', 'api_version = "2026-07"', 'api_version = "2025-07"'],
  ['no api_version', 'api_version = "2026-07"', ''],
  ['an older type', '"ui_extension"', '"pos_ui_extension"'],
])('says where to migrate an extension with %s', async (_case, from, to) => {
  await using extension = await createExtensionFixture();
  await extension.write('shopify.extension.toml', MANIFEST.replace(from, to));
  expect(await bundleExtension(extension)).toMatchObject({
    problems: [{ text: expect.stringMatching(/2025-07 or older\. .*docs\/migrating\.md/) }],
  });
});

test('warns of a target without types, but rejects one that nothing else accompanies', async () => {
  await using extension = await createExtensionFixture();
  const withOne = MANIFEST.replace('"pos.home.tile.render"', '"pos.cart-update.event.observe"');
  await extension.write('shopify.extension.toml', withOne);
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: { warnings: [{ text: expect.stringContaining('"pos.cart-update.event.observe"'), line: 11 }] },
  });
  await extension.write(
    'shopify.extension.toml',
    withOne.replace('"pos.home.modal.render"', '"pos.transaction-complete.event.observe"'),
  );
  expect(await bundleExtension(extension)).toMatchObject({ ok: false });
});

test('reads a manifest without [[extensions]], and fields of the document', async () => {
  await using extension = await createExtensionFixture();
  const [top = '', rest = ''] = MANIFEST.split('[[extensions]]');
  const flat = `${top}${rest.replace('handle = "tried"\n', '').replace('"t:name"', '"The Name!"').replaceAll('extensions.', '')}`;
  await extension.write('shopify.extension.toml', flat);
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: {
      manifest: { handle: 'the-name', apiVersion: '2026-07', settings: [{ key: 'greeting' }] },
    },
  });
});

test('names the app that the extension belongs to', async () => {
  await using extension = await createExtensionFixture();
  const root = join(extension.directory, '..');
  const facts = 'client_id = "abc"\napplication_url = "https://app.example.com"\nname = "Theirs"';
  await extension.write('../shopify.app.toml', facts);
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: {
      manifest: {
        app: {
          root,
          file: join(root, 'shopify.app.toml'),
          name: 'Theirs',
          clientId: 'abc',
          applicationUrl: 'https://app.example.com',
        },
      },
    },
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

test('warns of locales without a default, and uses English', async () => {
  await using extension = await createExtensionFixture();
  await rename(
    join(extension.directory, 'locales/en.default.json'),
    join(extension.directory, 'locales/en.json'),
  );
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: {
      manifest: { locales: { defaultLanguage: 'en' } },
      warnings: [{ text: expect.stringContaining('rename en.json to en.default.json') }],
    },
  });
});

test('allows comments, trailing commas and a byte order mark in a locale, and folders next to it', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('locales/fr.json', '\uFEFF{\n  // a comment\n  "name": "Nom",\n}');
  await extension.write('locales/drafts/de.json', 'not read');
  expect(await bundleExtension(extension)).toMatchObject({
    bundle: { manifest: { locales: { translations: { fr: { name: 'Nom' } } } } },
  });
});

test.each([
  ['not JSON', '{\n  "name": }', { line: 2, text: 'not JSON: ValueExpected' }],
  ['a list', '[]', { text: 'expected a JSON object' }],
])('names the locale that is %s', async (_what, text, problem) => {
  await using extension = await createExtensionFixture();
  await extension.write('locales/fr.json', text);
  expect(await bundleExtension(extension)).toMatchObject({
    ok: false,
    problems: [{ file: join(extension.directory, 'locales', 'fr.json'), ...problem }],
  });
});
