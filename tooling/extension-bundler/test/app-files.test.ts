import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { findExtensions } from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');

test.each(['shopify.app.toml', 'shopify.app.ci.toml'])('%s lists every extension and the server', (file) => {
  const app = parse(readFileSync(join(root, file), 'utf8'));
  expect(app.extension_directories).toEqual(findExtensions(root));
  expect(app.web_directories).toEqual(['apps/server']);
});
