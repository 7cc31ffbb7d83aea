import { expect, test } from 'vitest';
import { rename } from '../src/rename.ts';
import { openTree } from '../src/tree.ts';
import { createRepository } from './small-repository.ts';

const FILES = {
  'package.json': '{ "name": "old-product", "description": "old" }',
  'README.md': '# Old product\n\n`pnpm --filter @old/server build`\n',
  LICENSE: 'Copyright the old-product authors',
  'shopify.app.ci.toml': 'name = "old-ci"\n',
  'packages/shared/package.json': '{ "name": "@old/shared" }',
  'apps/server/src/http/openapi.ts': "title: 'Old API',\nimport '@older/shared';\n",
  'apps/server/src/database/postgres.ts': "application_name: 'old-server'",
  'apps/server/src/old-server.ts': "import './old-server.ts';\n",
  'apps/a-extension/shopify.extension.toml': 'handle = "old-checkout"\n',
  'apps/b-extension/shopify.extension.toml': 'handle = "somebody-elses"\n',
  'apps/a-extension/locales/en.default.json': '{ "name": "Old", "text": "old text" }',
};

test('renames only the scope, the handles and the titles', () => {
  using repository = createRepository(FILES);
  const tree = openTree(repository.root);
  rename(tree, { name: 'new', title: "New $& Bob's" });

  expect(JSON.parse(tree.read('package.json'))).toEqual({ name: 'new' });
  expect(tree.read('README.md')).toBe("# New $& Bob's\n\n`pnpm --filter @new/server build`\n");
  expect(tree.read('LICENSE')).toBe(FILES.LICENSE);
  expect(tree.read('shopify.app.ci.toml')).toBe('name = "new-ci"\n');
  expect(tree.read('packages/shared/package.json')).toContain('"@new/shared"');
  expect(tree.read('apps/server/src/http/openapi.ts')).toBe(
    "title: 'New $& Bob\\'s API',\nimport '@older/shared';\n",
  );
  expect(tree.read('apps/server/src/database/postgres.ts')).toBe("application_name: 'new-server'");
  expect(tree.read('apps/server/src/old-server.ts')).toBe("import './old-server.ts';\n");
  expect(tree.read('apps/a-extension/shopify.extension.toml')).toBe('handle = "new-checkout"\n');
  expect(tree.read('apps/b-extension/shopify.extension.toml')).toBe('handle = "somebody-elses"\n');
  expect(JSON.parse(tree.read('apps/a-extension/locales/en.default.json'))).toEqual({
    name: "New $& Bob's",
    text: 'old text',
  });
});

test('changes nothing if the name is the current one', () => {
  using repository = createRepository(FILES);
  const tree = openTree(repository.root);
  expect(rename(tree, { name: 'old', title: 'Old' })).toEqual(['The name is old already.']);
  expect(tree.hasChanged()).toBe(false);
});

test('fails if a title is not found, instead of keeping the old one', () => {
  using repository = createRepository({ ...FILES, 'shopify.app.ci.toml': '' });
  expect(() => rename(openTree(repository.root), { name: 'new', title: 'New' })).toThrow(
    /shopify\.app\.ci\.toml/,
  );
});
