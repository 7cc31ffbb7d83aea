import { expect, test } from 'vitest';
import type { BuiltExtension, ExtensionState } from '../src/contract/extension-state.ts';
import { chooseExtension, firstTargetOf } from '../src/page/model/choose-extension.ts';

const extension = (id: string, ...targets: string[]): ExtensionState => ({
  id,
  revision: 1,
  problems: [],
  built: {
    manifest: { targets: targets.map((target) => ({ target, module: './src/Block.tsx' })) },
  } as unknown as BuiltExtension,
});

const CHECKOUT = 'purchase.checkout.block.render';
const ORDER_STATUS = 'customer-account.order-status.block.render';
const PROFILE = 'customer-account.profile.block.render';
const both = extension('both', CHECKOUT, ORDER_STATUS);
const account = extension('account', PROFILE);

test.each([
  [CHECKOUT, undefined, 'both'],
  [ORDER_STATUS, undefined, 'both'],
  [PROFILE, undefined, 'account'],
  [PROFILE, 'both', 'both'],
])('runs an extension on every surface that it has: %s', (target, asked, id) => {
  const url = { target, ...(asked && { extension: asked }) };
  expect(chooseExtension([both, account], url)).toMatchObject({ extension: { id }, target });
});

test('has no extension for another surface', () => {
  expect(chooseExtension([both, account], { target: 'pos.home.tile.render' })).toBeUndefined();
});

test('finds the first target of a surface', () => {
  expect(firstTargetOf(both, 'customer-account')).toBe(ORDER_STATUS);
  expect(firstTargetOf(both, 'pos')).toBeUndefined();
});
