import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { type LoggedCall, logCalls } from '../src/page/model/call-log.ts';

test("logs the writes to POS's cart with their results, and no other calls", async () => {
  const log = signal<readonly LoggedCall[]>([]);
  const results: Record<string, () => unknown> = {
    'cart.clearCart': () => undefined,
    'cart.addLineItem': () => 'line-1001',
    'cart.bulkCartUpdate': () => ({ lineItems: [] }),
    'cart.removeLineItem': () => {
      throw new TypeError('no line item has this uuid.');
    },
    'storage.get': () => 'value',
  };
  const call = logCalls('pos.home.modal.render', async (path) => results[path]!(), log);
  for (const path of Object.keys(results)) await call(path, [1]).catch(() => {});
  expect(log.value.map(({ path, args, result, failed }) => [path, args, result, failed])).toEqual([
    ['cart.clearCart', '1', 'success', false],
    ['cart.addLineItem', '1', 'line-1001', false],
    ['cart.bulkCartUpdate', '1', '{"lineItems":[]}', false],
    ['cart.removeLineItem', '1', 'no line item has this uuid.', true],
  ]);
});
