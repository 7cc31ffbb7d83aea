import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readIconShapes } from '../src/node/page-server/icon-shapes.ts';

// Its package.json is not exported.
const entry = createRequire(import.meta.url).resolve('@shopify/ui-extensions/preact');
const surfaces = join(dirname(entry), '../ts/surfaces');

/** The names in the declaration that begins at `start` and ends at `end`. */
function namesIn(file: string, start: string, end: string): string[] {
  const types = readFileSync(join(surfaces, file), 'utf8');
  const from = types.indexOf(start);
  const names = types.slice(from, types.indexOf(end, from)).matchAll(/["']([a-z][a-z-]*)["']/g);
  return [...names].map(([, name]) => name!).filter((name) => name !== 'type');
}

test.each([
  ['checkout/components/components.d.ts', 'CHECKOUT_AVAILABLE_ICONS: readonly [', ']', 76],
  ['point-of-sale/components/Icon.d.ts', 'SupportedIconNames', '>;', 125],
])('every icon in %s has a drawing', (file, start, end, count) => {
  const names = namesIn(file, start, end);
  expect(names).toHaveLength(count);
  const shapes = readIconShapes();
  expect(names.filter((name) => !shapes[name])).toEqual([]);
});
