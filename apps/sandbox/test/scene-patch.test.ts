import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCENE_JSON_SCHEMA } from '../src/scene/json-schema.ts';
import { DEFAULT_SCENE, initialScene } from '../src/scene/scene.ts';
import { scenePatchProblems } from '../src/scene/scene-patch.ts';

test('accepts the default scene, and nothing at all', () => {
  expect(scenePatchProblems(DEFAULT_SCENE)).toEqual([]);
  expect(scenePatchProblems({})).toEqual([]);
});

test('fills in what a line or a product leaves out', () => {
  const scene = {
    cart: { lines: [{ title: 'Tea', price: 5 }] },
    products: [{ id: 1, title: 'Tea', variants: [{ id: 1, title: 'Loose', price: 5 }] }],
  };
  expect(scenePatchProblems(scene)).toEqual([]);
  expect(initialScene({}, scene).cart.lines).toEqual([
    { id: 1, title: 'Tea', price: 5, variant: '', quantity: 1, art: 'parcel', attributes: [] },
  ]);
  expect(initialScene({}, scene).products[0]).toMatchObject({ tags: [], variants: [{ stock: 10 }] });
});

test.each([
  [[], 'must be an object'],
  ['text', 'must be an object'],
  [{ cart: { lines: [{ title: 'Tea', price: '5' }] } }, 'cart.lines[0].price must be number.'],
  [{ cart: { lines: [{ price: 5 }] } }, 'cart.lines[0] must have required properties title.'],
  [{ cart: { line: [] } }, 'cart has no "line". Did you mean "lines"?'],
  [{ checkout: { instructions: { notes: { canUpdateNotes: true } } } }, 'Did you mean "canUpdateNote"?'],
  [{ zzzzzzz: 1 }, 'The scene has no "zzzzzzz". Known: shop, currency'],
  [{ checkout: { layout: 'two-page' } }, 'checkout.layout must be one of one-page, three-page.'],
  [{ shippingAddress: { countryCode: 'usa' } }, 'shippingAddress.countryCode'],
  [JSON.parse('{ "__proto__": { "currency": "EUR" } }'), 'has no "__proto__"'],
])('says what is wrong with %j', (patch, message) => {
  expect(scenePatchProblems(patch).join(' ')).toContain(message);
});

test('the JSON schema for editors is up to date', () => {
  const file = new URL('../src/generated/scene.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(SCENE_JSON_SCHEMA)));
});
