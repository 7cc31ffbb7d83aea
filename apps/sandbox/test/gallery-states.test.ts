import { expect, test } from 'vitest';
import { SERVER_MODES } from '../src/contract/endpoints.ts';
import { surfaceOf } from '../src/contract/surfaces.ts';
import { hasFault, TOKEN_FAULTS } from '../src/contract/token-faults.ts';
import { statesOf } from '../src/page/gallery/gallery-states.ts';

const idsOf = (target: string) => statesOf(target, '42').map(({ id }) => id);

test.each([
  'purchase.checkout.block.render',
  'customer-account.order-status.block.render',
  'pos.home.tile.render',
])('%s has a state for every fault of its tokens and for every failure of the server', (target) => {
  const ids = idsOf(target);
  const faults = TOKEN_FAULTS.filter((fault) => hasFault(surfaceOf(target), fault));
  expect(ids).toEqual(expect.arrayContaining(faults));
  expect(ids).toEqual(expect.arrayContaining(SERVER_MODES.filter((mode) => mode !== 'up')));
  expect(new Set(ids).size).toBe(ids.length);
});

test('faults are those of a customer, and only the first state is a guest', () => {
  const [guest, ...others] = statesOf('purchase.checkout.block.render', '42');
  expect(guest).toMatchObject({ id: 'guest', changes: {} });
  expect(others.every(({ changes }) => changes.customer === '42')).toBe(true);
});

test('a page for customers only has no guest', () => {
  expect(idsOf('customer-account.profile.block.render')).not.toContain('guest');
  expect(idsOf('customer-account.order-status.block.render')).toContain('guest');
});

test('POS has staff and no editor, and fetch needs no capability', () => {
  const ids = idsOf('pos.home.modal.render');
  expect(ids).toEqual(
    expect.arrayContaining(['no-customer', 'staff', 'offline', 'session-id', 'no-permission']),
  );
  for (const id of ['guest', 'no-network', 'unsaved', 'published']) expect(ids).not.toContain(id);
});
