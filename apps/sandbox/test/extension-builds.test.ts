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
[[extensions.targeting]]
target = "customer-account.order-status.block.render"
module = "./src/Account.ts"
[[extensions.targeting]]
target = "admin.product-details.block.render"
module = "./src/Account.ts"
[[extensions.targeting]]
target = "pos.cart-update.event.observe"
module = "./src/Account.ts"
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
  writeFileSync(join(directory, 'src/Account.ts'), 'export default () => process.env.SHOPIFY_API_KEY;\n');
  builds = await startExtensionBuilds({
    id: 'built',
    source: { directory },
    clientId: 'client-id',
    onChange() {},
  });
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

test('tries the module of the same surface', async () => {
  const bundle = await builds.bundle('customer-account.profile.block.render', 'http://127.0.0.1:1');
  expect(JSON.parse(bundle!.sourceMap).sources).toContain('src/Account.ts');
  expect(bundle?.code).toContain('"client-id"');
});

test('drops the targets that do not run here, with a warning', () => {
  const { built, problems } = builds.state();
  expect(problems).toEqual([]);
  expect(built?.manifest.targets.map(({ target }) => target)).toEqual([
    TARGET,
    'customer-account.order-status.block.render',
  ]);
  const texts = built?.warnings.map(({ text }) => text);
  expect(texts).toContain('The sandbox does not run the target "admin.product-details.block.render".');
  expect(texts).toContainEqual(
    expect.stringMatching(/^Shopify removed .*cart-update.*Use pos\.app\.ready\.data/),
  );
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

test('a saved scene.json is the data of the extension; an invalid one leaves the last valid data, and a warning', {
  timeout: 45_000,
}, async () => {
  const file = join(root, 'extension/scene.json');
  const warnings = builds.state().built!.warnings.length;
  writeFileSync(file, '{ "graphql": { "shop": { "name": "Mine" } } }');
  await expect.poll(() => builds.state().scene?.graphql, POLL).toEqual({ shop: { name: 'Mine' } });
  writeFileSync(file, '{ "graphql": 1 }');
  await expect.poll(() => builds.state().built!.warnings, POLL).toHaveLength(warnings + 1);
  expect(builds.state().scene?.graphql).toEqual({ shop: { name: 'Mine' } });
  rmSync(file);
  await expect.poll(() => builds.state().scene, POLL).toBeUndefined();
  expect(builds.state().built!.warnings).toHaveLength(warnings);
});

/** A build takes long on a busy machine. */
const POLL = { timeout: 20_000, interval: 50 };
