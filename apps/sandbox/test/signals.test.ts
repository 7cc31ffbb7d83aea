import { Signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createSignalStore } from '../src/worker/signals.ts';

const PATH = 'buyerIdentity.customer';
const createStore = (options = {}) => createSignalStore({ [PATH]: undefined }, options);

test('a subscriber receives the current value, then each change', () => {
  const store = createStore();
  const listener = vi.fn();
  store.at(PATH).subscribe(listener);
  store.update({ [PATH]: { id: '42' } });
  expect(listener.mock.calls).toEqual([[undefined], [{ id: '42' }]]);
  expect(store.at(PATH).current).toEqual({ id: '42' });
});

test("values are Preact's own signals once the extension has set that class", () => {
  const store = createStore();
  store.use(Signal);
  expect(store.at(PATH)).toBeInstanceOf(Signal);
});

test('a change before the first read is not lost', () => {
  const store = createStore();
  store.update({ [PATH]: 'later' });
  expect(store.at(PATH).value).toBe('later');
});

test('the read-only signals of POS have no current and no destroy()', () => {
  const signal = createStore({ isReadonly: true }).at(PATH);
  expect(signal).toMatchObject({ value: undefined });
  expect('current' in signal).toBe(false);
  expect('destroy' in signal).toBe(false);
  expect('current' in createStore().at(PATH)).toBe(true);
});
