import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isRunnable, SURFACES, type Surface } from '../src/contract/surfaces.ts';
import type { ElementSchemas } from '../src/schema/element-schema.ts';
import { readElementTypes } from '../src/schema/read-element-types.ts';
import { SURFACE_FOLDERS, SURFACE_TARGETS } from '../src/schema/surface-targets.ts';

const committedOf = (surface: Surface): ElementSchemas =>
  JSON.parse(readFileSync(new URL(`../src/generated/${surface}-elements.json`, import.meta.url), 'utf8'));

test.each(SURFACES)(
  'the committed tables of %s are those of the installed @shopify/ui-extensions',
  { timeout: 60_000 },
  (surface) => {
    expect(readElementTypes(surface)).toEqual(committedOf(surface));
  },
);

test.each(['customer-account', 'pos'] as const)('lists every target of %s in the package', (surface) => {
  const entry = createRequire(import.meta.url).resolve('@shopify/ui-extensions/preact');
  const folder = join(dirname(entry), `../ts/surfaces/${SURFACE_FOLDERS[surface]}/targets`);
  const shipped = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
  expect(SURFACE_TARGETS[surface]).toEqual(shipped.map((name) => name.slice(0, -'.d.ts'.length)).sort());
});

test('has all 33 checkout targets that may request a token', () => {
  expect(Object.keys(committedOf('checkout').targets)).toHaveLength(33);
});

test.each(SURFACES)('in %s, only targets that render nothing have no elements', (surface) => {
  const targets = Object.entries(committedOf(surface).targets);
  const empty = targets.filter(([, tags]) => tags.length === 0).map(([target]) => target);
  expect(empty).toEqual(targets.map(([target]) => target).filter(isRunnable));
});

const committed = committedOf('checkout');

test('an element has its properties, events, slots and methods', () => {
  expect(committed.elements['s-banner']).toMatchObject({
    properties: { heading: 'string', hidden: 'boolean' },
    events: ['afterhide', 'dismiss'],
  });
  expect(committed.elements['s-button']?.events).toEqual(['click']);
  expect(committed.elements['s-modal']).toMatchObject({
    slots: ['primary-action', 'secondary-actions'],
    methods: ['hideOverlay'],
  });
});

test('an element of POS has its slots, although its types do not list them', () => {
  expect(committedOf('pos').elements['s-modal']).toMatchObject({
    properties: { heading: 'string' },
    events: ['hide', 'show'],
    slots: ['primary-action', 'secondary-actions'],
  });
});
