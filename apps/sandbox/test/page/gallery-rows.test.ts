import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/page/gallery/cell.ts';
import { type GalleryRow, mergeRows, progressOf } from '../../src/page/gallery/rows.ts';

const cellOf = (look: string | undefined) =>
  ({ status: signal(look === undefined ? 'running' : 'done'), look: signal(look ?? '') }) as unknown as Cell;

/** `looks`: of its languages; `undefined` while the worker still runs. */
const row = (id: string, ...looks: (string | undefined)[]): GalleryRow => ({
  id,
  title: id,
  description: '',
  changes: {},
  cells: looks.map((look, index) => ({ language: ['en', 'fr'][index], cell: cellOf(look) })),
});

const idsOf = (rows: readonly GalleryRow[]) =>
  mergeRows(rows).map(({ id, same }) => [id, ...same.map((other) => other.id)]);

test('rows that look the same in all languages are one row', () => {
  const rows = [
    row('customer', 'Hello', 'Bonjour'),
    row('guest', 'Hi', 'Salut'),
    row('expiring', 'Hello', 'Bonjour'),
  ];
  expect(idsOf(rows)).toEqual([['customer', 'expiring'], ['guest']]);
});

test('a row that differs in one language stays', () => {
  expect(idsOf([row('customer', 'Hello', 'Bonjour'), row('down', 'Hello', 'Hello')])).toEqual([
    ['customer'],
    ['down'],
  ]);
});

test('a row is shown when all its cells are done', () => {
  const rows = [row('customer', 'Hello', undefined), row('guest', 'Hi', 'Salut')];
  expect(idsOf(rows)).toEqual([['guest']]);
  expect(progressOf(rows)).toEqual({ done: 3, all: 4 });
});
