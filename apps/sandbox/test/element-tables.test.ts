import { expect, test } from 'vitest';
import { targetsOf, versionsOf } from '../src/contract/api-tables.ts';
import { isRunnable, SURFACES } from '../src/contract/surfaces.ts';
import { allElements, elementsOf } from '../src/page/model/element-tables.ts';

/** The types list `s-chat`, their only element, since 2026-04. */
const lacksElements = (target: string, version: string) =>
  isRunnable(target) || (target.endsWith('.chat.render') && version < '2026-04');

test.each(SURFACES)('in %s, only targets that render nothing have no elements', (surface) => {
  const targets = targetsOf(surface).flatMap((target) =>
    versionsOf(target).map((one) => [target, one] as const),
  );
  const empty = targets.filter(([target, version]) => Object.keys(elementsOf(target, version)).length === 0);
  expect(empty).toEqual(targets.filter(([target, version]) => lacksElements(target, version)));
});

const checkout = elementsOf('purchase.checkout.block.render', '2026-07');

test('an element has its properties, events, slots and methods', () => {
  expect(checkout['s-banner']).toMatchObject({
    properties: { heading: 'string', hidden: 'boolean' },
    events: ['afterhide', 'dismiss'],
  });
  expect(checkout['s-button']?.events).toEqual(['click']);
  expect(checkout['s-modal']).toMatchObject({
    slots: ['primary-action', 'secondary-actions'],
    methods: ['hideOverlay'],
  });
});

test('an element of POS has its slots, although its types do not list them', () => {
  expect(elementsOf('pos.home.modal.render', '2026-07')['s-modal']).toMatchObject({
    properties: { heading: 'string' },
    events: ['hide', 'show'],
    slots: ['primary-action', 'secondary-actions'],
  });
});

test('each API version has its own elements and properties', () => {
  const elements = (version: string) => elementsOf('purchase.checkout.block.render', version);
  const versionsWith = (has: (version: string) => boolean) =>
    versionsOf('purchase.checkout.block.render').filter(has);
  expect(versionsWith((version) => 's-chat' in elements(version))).toEqual(['2026-04', '2026-07', '2026-10']);
  expect(versionsWith((version) => 's-login-with-shop' in elements(version))).toEqual(['2026-07']);
  expect(versionsWith((version) => 'position' in elements(version)['s-box']!.properties)).toEqual([
    '2026-10',
  ]);
});

test('the page defines the elements and properties of every version', () => {
  const all = allElements();
  expect(all).toHaveProperty('s-login-with-shop');
  expect(all['s-box']?.properties).toHaveProperty('position');
});
