import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const MANIFEST = `
api_version = "2026-07"

[[extensions]]
type = "ui_extension"
name = "t:name"
handle = "tried"
uid = "00000000-0000-4000-8000-000000000000"

[[extensions.targeting]]
target = "pos.home.tile.render"
module = "./src/Tile.tsx"

[[extensions.targeting]]
target = "pos.home.modal.render"
module = "./src/Modal.tsx"

[extensions.capabilities]
network_access = true

[[extensions.settings.fields]]
key = "greeting"
type = "single_line_text_field"
name = "Greeting"
description = "What buyers read"
`;

export interface ExtensionFixture {
  directory: string;
  write(path: string, text: string): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Creates an empty folder, removed when it goes out of scope. `write` takes paths relative to it. */
export async function createFolder(): Promise<ExtensionFixture> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'extension-bundler-')));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  };
  return { directory, write, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}

/** The text of an installed package's files, for `write`. */
export const installed = (name: string, version = '1.0.0'): [path: string, text: string][] => [
  [`node_modules/${name}/package.json`, JSON.stringify({ name, version, main: 'index.js' })],
  [`node_modules/${name}/index.js`, `module.exports = { from: '${name}' };`],
];

/** Creates a small extension with two targets in a temporary folder, removed when it goes out of scope. */
export async function createExtensionFixture(): Promise<ExtensionFixture> {
  const root = await createFolder();
  const directory = join(root.directory, 'extension');
  const write = (path: string, text: string) => root.write(join('extension', path), text);
  await write('shopify.extension.toml', MANIFEST);
  await write('src/Tile.tsx', `import { label } from './label.ts';\nexport default () => label;\n`);
  await write('src/Modal.tsx', `export default () => 'modal text';\n`);
  await write('src/label.ts', `export const label: string = 'tile text';\n`);
  await write('locales/en.default.json', '{ "name": "Tried", "nested": { "text": "Text" } }');
  await write('locales/fr.json', '{ "name": "Essayé", "nested": { "text": "Texte" } }');
  return { directory, write, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}
