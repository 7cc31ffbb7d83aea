import { expect, test } from 'vitest';
import { nearestNames } from '../src/unknown-name.ts';

test.each([
  ['tite', ['title', 'type'], ['title']],
  ['kind', ['id', 'size'], []],
  ['titel', ['title', 'tone'], ['title']],
  ['headin', ['heading', 'hidden'], ['heading']],
])('%s may mean one of %j: %j', (name, known, nearest) => {
  expect(nearestNames(name, known)).toEqual(nearest);
});
