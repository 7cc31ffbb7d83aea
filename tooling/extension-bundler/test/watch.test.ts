import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BundleOutcome, watchExtension } from '../src/index.ts';
import { createExtensionFixture, installed, MANIFEST } from './extension-fixture.ts';

/** Watches, and collects the outcomes. */
async function watchOutcomes(directory: string, fallbackEnv?: Record<string, string>) {
  const outcomes: BundleOutcome[] = [];
  const watcher = await watchExtension({
    directory,
    ...(fallbackEnv && { fallbackEnv }),
    onOutcome: (outcome) => {
      outcomes.push(outcome);
    },
  });
  return {
    outcomes,
    close: watcher.close,
    /** Waits until the latest outcome matches, because a slow write may be built twice. */
    latest: () => expect.poll(() => outcomes.at(-1), { interval: 5, timeout: 5_000 }),
    [Symbol.asyncDispose]: watcher.close,
  };
}

const builtWith = (text: string) => ({ ok: true, bundle: { code: expect.stringContaining(text) } });
const failedInLine = (line: number) => ({ ok: false, problems: [{ line }] });

test('bundles at once, and again when a source file is saved', async () => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject(builtWith('tile text'));

  await extension.write('src/label.ts', `export const label = 'other text';`);
  await watched.latest().toMatchObject(builtWith('other text'));
});

test('notices a file that an editor saves by renaming, twice', async () => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);

  for (const text of ['first', 'second']) {
    await extension.write('src/label.ts~', `export const label = '${text}';`);
    await rename(join(extension.directory, 'src/label.ts~'), join(extension.directory, 'src/label.ts'));
    await watched.latest().toMatchObject(builtWith(text));
  }
});

test('reports a save that does not compile, then the one that fixes it', async () => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);

  await extension.write('src/label.ts', 'export const label = ;');
  await watched.latest().toMatchObject(failedInLine(1));
  await extension.write('src/label.ts', `export const label = 'fixed';`);
  await watched.latest().toMatchObject(builtWith('fixed'));
});

test('starts with an extension that does not compile', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/label.ts', 'export const label = ;');
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject({ ok: false });

  await extension.write('src/label.ts', `export const label = 'fixed';`);
  await watched.latest().toMatchObject(builtWith('fixed'));
});

test('rebuilds when the manifest, a locale or a package outside the extension changes', async () => {
  await using extension = await createExtensionFixture();
  const packageDirectory = join(extension.directory, '../package');
  await mkdir(packageDirectory);
  await writeFile(join(packageDirectory, 'index.ts'), `export const label = 'from a package';`);
  await extension.write('src/label.ts', `export { label } from '../../package/index.ts';`);
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject(builtWith('from a package'));

  await writeFile(join(packageDirectory, 'index.ts'), `export const label = 'changed';`);
  await watched.latest().toMatchObject(builtWith('changed'));

  await extension.write('shopify.extension.toml', MANIFEST.replace('network_access = true', ''));
  await watched.latest().toMatchObject({
    bundle: { manifest: { capabilities: { networkAccess: false } } },
  });

  await extension.write('locales/fr.json', '{ "name": "Autre" }');
  await watched.latest().toMatchObject({
    bundle: { manifest: { locales: { translations: { fr: { name: 'Autre' } } } } },
  });
});

test("rebuilds when the app's .env changes", async () => {
  await using extension = await createExtensionFixture();
  await extension.write('../shopify.app.toml', 'name = "Theirs"');
  await extension.write('src/label.ts', 'export const label = process.env.LABEL;');
  await using watched = await watchOutcomes(extension.directory, {});
  await watched.latest().toMatchObject(builtWith('void 0'));
  await extension.write('../.env', 'LABEL=from-env');
  await watched.latest().toMatchObject(builtWith('from-env'));
});

test('rebuilds when the missing packages are installed', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('package.json', '{ "dependencies": { "greeting": "1.0.0" } }');
  await extension.write('src/label.ts', `export { from as label } from 'greeting';`);
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject({ ok: false });
  for (const [path, text] of installed('greeting')) await extension.write(path, text);
  await extension.write('node_modules/.package-lock.json', '{}');
  await watched.latest().toMatchObject(builtWith('greeting'));
});

test('rebuilds when an imported file of another kind changes, outside src', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('../content/texts.txt', 'first');
  await extension.write(
    'src/label.ts',
    `import text from '../../content/texts.txt';\nexport const label = text;`,
  );
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject(builtWith('first'));
  await extension.write('../content/texts.txt', 'second');
  await watched.latest().toMatchObject(builtWith('second'));
});

test('survives a manifest that is missing for a while, as when switching branches', async () => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);

  await rm(join(extension.directory, 'shopify.extension.toml'));
  await watched.latest().toMatchObject({ ok: false });
  await extension.write('shopify.extension.toml', MANIFEST);
  await watched.latest().toMatchObject({ ok: true });
});

test('notices that its folder was deleted and restored', async () => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);
  await rename(extension.directory, `${extension.directory}-away`);
  await watched.latest().toMatchObject({ ok: false });

  await rename(`${extension.directory}-away`, extension.directory);
  await watched.latest().toMatchObject(builtWith('tile text'));
  await extension.write('src/label.ts', `export const label = 'seen again';`);
  await watched.latest().toMatchObject(builtWith('seen again'));
});

test.each(['src', 'locales'])('follows the folder %s when it is deleted and recreated', async (folder) => {
  await using extension = await createExtensionFixture();
  await using watched = await watchOutcomes(extension.directory);
  const files = folder === 'src' ? ['Tile.tsx', 'Modal.tsx', 'label.ts'] : ['en.default.json', 'fr.json'];
  const contents = await Promise.all(
    files.map((name) => readFile(join(extension.directory, folder, name), 'utf8')),
  );
  const outcomesBefore = watched.outcomes.length;
  await rm(join(extension.directory, folder), { recursive: true });
  await expect.poll(() => watched.outcomes.length).toBeGreaterThan(outcomesBefore);
  for (const [index, name] of files.entries()) await extension.write(`${folder}/${name}`, contents[index]!);
  await watched.latest().toMatchObject({ ok: true });

  await extension.write('src/label.ts', `export const label = 'seen in src';`);
  await watched.latest().toMatchObject(builtWith('seen in src'));
  await extension.write('locales/fr.json', '{ "name": "Vu" }');
  await watched.latest().toMatchObject({
    bundle: { manifest: { locales: { translations: { fr: { name: 'Vu' } } } } },
  });
});

test('follows a subfolder that is deleted and recreated', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/parts/label.ts', `export const label = 'in a subfolder';`);
  await extension.write('src/label.ts', `export { label } from './parts/label.ts';`);
  await using watched = await watchOutcomes(extension.directory);
  await watched.latest().toMatchObject(builtWith('in a subfolder'));
  await rm(join(extension.directory, 'src/parts'), { recursive: true });
  await watched.latest().toMatchObject({ ok: false });

  await mkdir(join(extension.directory, 'src/parts'));
  await watched.latest().toMatchObject({ ok: false });
  await extension.write('src/parts/label.ts', `export const label = 'made again';`);
  await watched.latest().toMatchObject(builtWith('made again'));
});

test('reports nothing after close, not even a save just before', async () => {
  await using extension = await createExtensionFixture();
  const closed = await watchOutcomes(extension.directory);
  await using open = await watchOutcomes(extension.directory);

  await extension.write('src/label.ts', `export const label = 'too late';`);
  await closed.close();
  await open.latest().toMatchObject(builtWith('too late'));
  await extension.write('src/label.ts', `export const label = 'later still';`);
  await open.latest().toMatchObject(builtWith('later still'));
  expect(closed.outcomes).toHaveLength(1);
});

test('rejects a folder that does not exist', async () => {
  await expect(watchExtension({ directory: '/nowhere', onOutcome: () => {} })).rejects.toThrow('ENOENT');
});
