import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { BundleOptions } from '../src/bundle.ts';
import { bundleExtension } from '../src/index.ts';
import { createExtensionFixture, installed } from './extension-fixture.ts';

const bundleCode = async (options: BundleOptions) => {
  const outcome = await bundleExtension(options);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  return outcome.bundle.code;
};

test('registers every target in one classic script', async () => {
  await using extension = await createExtensionFixture();
  const registered: Record<string, () => unknown> = {};
  const shopify = {
    extend: (target: string, callback: () => unknown) => {
      registered[target] = callback;
    },
  };

  new Function('shopify', await bundleCode(extension))(shopify);

  expect(Object.keys(registered)).toEqual(['pos.home.tile.render', 'pos.home.modal.render']);
  expect(registered['pos.home.tile.render']!()).toBe('tile text');
  expect(registered['pos.home.modal.render']!()).toBe('modal text');
});

test('registers the given targets instead of those of the manifest', async () => {
  await using extension = await createExtensionFixture();
  const targets = [{ target: 'pos.order-details.block.render', module: './src/Modal.tsx' }];
  const code = await bundleCode({ directory: extension.directory, targets });
  expect(code).toContain('pos.order-details.block.render');
  expect(code).toContain('modal text');
  expect(code).not.toContain('pos.home');
});

test.each(["a'b", 'a"b', 'a`b', 'a\\b'])('quotes the target %j and a module with that name', async (name) => {
  await using extension = await createExtensionFixture();
  const module = `./src/${name.replaceAll('\\', '')}.ts`;
  await extension.write(module, `export default () => 'module text';`);
  const registered: Record<string, () => unknown> = {};
  const shopify = {
    extend: (target: string, run: () => unknown) => Object.assign(registered, { [target]: run }),
  };
  const code = await bundleCode({ directory: extension.directory, targets: [{ target: name, module }] });
  new Function('shopify', code)(shopify);
  expect(registered[name]!()).toBe('module text');
});

test('inlines the given variables, and no other of the environment', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/label.ts', 'export const label = [process.env.GIVEN, process.env.PATH];');

  const code = await bundleCode({ directory: extension.directory, env: { GIVEN: 'given "value"' } });

  expect(code).toContain(`'given "value"'`);
  expect(code).not.toContain('process.env.GIVEN');
  expect(code).toContain('process.env.PATH');
});

test('leaves process.env unchanged without variables', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/label.ts', 'export const label = process.env.APP_URL;');
  expect(await bundleCode(extension)).toContain('process.env.APP_URL');
});

test('lists the bundled files', async () => {
  await using extension = await createExtensionFixture();
  const outcome = await bundleExtension(extension);
  expect(outcome.ok && [...outcome.bundle.inputFiles].sort()).toEqual(
    ['src/Modal.tsx', 'src/Tile.tsx', 'src/label.ts'].map((path) => join(extension.directory, path)),
  );
});

test('creates a source map and leaves the code unchanged', async () => {
  await using extension = await createExtensionFixture();
  const { directory } = extension;
  const outcome = await bundleExtension({ directory, sourceMap: true });
  if (!outcome.ok) throw new Error('it does not build');
  expect(outcome.bundle.code).toBe(await bundleCode({ directory }));
  expect(outcome.bundle.code).not.toContain('sourceMappingURL');
  const { sourceRoot, sources } = JSON.parse(outcome.bundle.sourceMap!);
  expect(sourceRoot).toBe(pathToFileURL(`${directory}/`).href);
  expect(sources).toEqual(expect.arrayContaining(['src/Tile.tsx', 'src/label.ts', 'src/Modal.tsx']));
});

test('creates no source map by default', async () => {
  await using extension = await createExtensionFixture();
  const outcome = await bundleExtension(extension);
  expect(outcome.ok && outcome.bundle).not.toHaveProperty('sourceMap');
});

test('reports the position of a compile error', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/label.ts', "// first line\nexport const ä = 'ä' oops;\n");

  expect(await bundleExtension(extension)).toEqual({
    ok: false,
    problems: [
      {
        text: 'Expected ";" but found "oops"',
        file: join(extension.directory, 'src/label.ts'),
        line: 2,
        column: 22,
        lineText: "export const ä = 'ä' oops;",
      },
    ],
  });
});

test('names the import that cannot be resolved, not a generated module', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/Modal.tsx', "import './missing.ts';\nexport default () => {};\n");
  expect(await bundleExtension(extension)).toMatchObject({
    ok: false,
    problems: [
      {
        text: 'Could not resolve "./missing.ts"',
        file: join(extension.directory, 'src/Modal.tsx'),
        line: 1,
      },
    ],
  });
});

test('ignores an imported style sheet, and warns', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/label.css', 'a { color: red }');
  await extension.write('src/label.ts', `import './label.css';\nexport const label = 'styled';`);
  expect(await bundleExtension({ directory: extension.directory, sourceMap: true })).toMatchObject({
    bundle: {
      code: expect.stringContaining('shopify.extend'),
      sourceMap: expect.stringContaining('"mappings"'),
      warnings: [{ file: join(extension.directory, 'src/label.css') }],
    },
  });
});

test('follows path aliases, and imports JSON and modules without an ending', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('tsconfig.json', '{ "compilerOptions": { "paths": { "@lib/*": ["./src/lib/*"] } } }');
  await extension.write('src/lib/texts.json', '{ "label": "from JSON" }');
  await extension.write('src/label.ts', `import { label } from '@lib/texts.json';\nexport { label };`);
  await extension.write('src/Modal.tsx', `export { label as default } from './label';`);
  expect(await bundleCode(extension)).toContain('from JSON');
});

test('resolves React from the folder of the extension, as the CLI does despite an alias', async () => {
  await using extension = await createExtensionFixture();
  await extension.write(
    'tsconfig.json',
    '{ "compilerOptions": { "paths": { "react": ["./src/alias.ts"] } } }',
  );
  await extension.write('src/alias.ts', `export const from = 'the alias';`);
  await extension.write('src/Modal.tsx', `import { from } from 'react';\nexport default () => from;`);
  expect(await bundleCode(extension)).toContain('the alias');
  for (const [path, text] of installed('react')) await extension.write(path, text);
  expect(await bundleCode(extension)).not.toContain('the alias');
});

test('imports GraphQL: the document, and each named operation with its fragments', async () => {
  await using extension = await createExtensionFixture();
  await extension.write('src/money.graphql', 'fragment Money on MoneyV2 { amount }');
  await extension.write(
    'src/shop.graphql',
    `#import "./money.graphql"
    query Shop { shop { name } }
    query Price { product { ...Priced } }
    fragment Priced on Product { price { ...Money } }`,
  );
  await extension.write(
    'src/label.ts',
    `import { Price } from './shop.graphql';\nexport const label = Price;`,
  );
  await extension.write('src/Modal.tsx', `import all from './shop.graphql';\nexport default () => all;`);
  const registered: Record<string, () => { definitions: { name: { value: string } }[] }> = {};
  const shopify = {
    extend: (target: string, run: () => never) => Object.assign(registered, { [target]: run }),
  };
  new Function('shopify', await bundleCode(extension))(shopify);
  const namesOf = (target: string) => registered[target]!().definitions.map(({ name }) => name.value);
  expect(namesOf('pos.home.tile.render')).toEqual(['Price', 'Money', 'Priced']);
  expect(namesOf('pos.home.modal.render')).toEqual(['Money', 'Shop', 'Price', 'Priced']);
});

test.each([
  ['a GraphQL file that is imported but missing', '#import "./gone.graphql"\nquery A { a }', 'gone.graphql'],
  ['GraphQL that cannot be parsed', 'query {', 'Syntax Error'],
])('names %s', async (_what, text, message) => {
  await using extension = await createExtensionFixture();
  await extension.write('src/shop.graphql', text);
  await extension.write('src/label.ts', `import all from './shop.graphql';\nexport const label = all;`);
  expect(await bundleExtension(extension)).toMatchObject({
    problems: [{ text: expect.stringContaining(message), file: join(extension.directory, 'src/label.ts') }],
  });
});
