import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKOUT_TARGETS } from '../src/schema/checkout-targets.ts';
import type { ElementSchemas } from '../src/schema/element-schema.ts';
import { readElementTypes } from '../src/schema/read-element-types.ts';

const committed: ElementSchemas = JSON.parse(
  readFileSync(new URL('../src/generated/checkout-elements.json', import.meta.url), 'utf8'),
);

test('the committed tables are those of the installed @shopify/ui-extensions', { timeout: 60_000 }, () => {
  expect(readElementTypes('checkout', CHECKOUT_TARGETS)).toEqual(committed);
});

test('every target that may ask for a token is there; only address autocompletion draws nothing', () => {
  expect(Object.keys(committed.targets)).toHaveLength(33);
  const empty = Object.entries(committed.targets).filter(([, tags]) => tags.length === 0);
  expect(empty.map(([target]) => target)).toEqual([
    'purchase.address-autocomplete.format-suggestion',
    'purchase.address-autocomplete.suggest',
  ]);
});

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
