import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const extensions = globSync('apps/*/shopify.extension.toml', { cwd: root }).map(dirname).sort();

test.each(['shopify.app.toml', 'shopify.app.ci.toml'])('%s lists every extension, one by one', (file) => {
  const app = parse(readFileSync(join(root, file), 'utf8'));
  expect(app.extension_directories).toEqual(extensions);
});
