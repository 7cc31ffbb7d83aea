import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtensionBuilds, startExtensionBuilds } from '../src/node/extension-builds.ts';

const TARGET = 'purchase.checkout.block.render';
const MANIFEST = `api_version = "2026-07"
[[extensions]]
type = "ui_extension"
name = "Built"
handle = "built"
[[extensions.targeting]]
target = "${TARGET}"
module = "./src/Built.ts"
`;

let root: string;
let builds: ExtensionBuilds;
beforeAll(async () => {
  const parent = join(import.meta.dirname, '../test-results');
  mkdirSync(parent, { recursive: true });
  root = mkdtempSync(join(parent, 'builds-'));
  writeFileSync(join(root, 'private.json'), '{ "content": "of a file of the developer" }');
  const directory = join(root, 'extension');
  mkdirSync(join(directory, 'src'), { recursive: true });
  writeFileSync(join(directory, 'shopify.extension.toml'), MANIFEST);
  writeFileSync(join(directory, 'src/Built.ts'), 'export default () => process.env.APP_URL;\n');
  builds = await startExtensionBuilds({ directory, onChange() {} });
});
afterAll(async () => {
  await builds.stop();
  rmSync(root, { recursive: true });
});

test('builds for a target of the manifest, with the address of the app', async () => {
  expect((await builds.bundle(TARGET, 'http://127.0.0.1:1'))?.code).toContain('"http://127.0.0.1:1"');
});

test('tries the module for any other target of the types', async () => {
  const bundle = await builds.bundle('purchase.thank-you.block.render', 'http://127.0.0.1:1');
  expect(bundle?.code).toContain('"purchase.thank-you.block.render"');
  expect(JSON.parse(bundle!.sourceMap).sources).toContain('src/Built.ts');
});

test.each([
  "x',()=>0);import*as stolen from'../private.json';shopify.extend('y",
  `x");import * as stolen from "../private.json";shopify.extend("y`,
  'purchase.nonsense.render',
  'toString',
  '',
])('builds nothing for the unknown target %j', async (target) => {
  expect(await builds.bundle(target, 'http://127.0.0.1:1')).toBeUndefined();
});
