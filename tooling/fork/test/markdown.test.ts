import { expect, test } from 'vitest';
import { removeDeadLinks, removeMarkedBlocks } from '../src/markdown.ts';

test('drops a marked block, and leaves one blank line', () => {
  const text = 'before\n\n<!-- points -->\n\nabout points\n\n<!-- /points -->\n\nafter\n';
  expect(removeMarkedBlocks(text, 'points')).toBe('before\n\nafter\n');
});

test('leaves the block of another part', () => {
  const text = '<!-- others -->\nkept\n<!-- /others -->\n';
  expect(removeMarkedBlocks(text, 'points')).toBe(text);
});

test('takes a sentence that shows the marks for no block', () => {
  const text = 'Between `<!-- points -->` and `<!-- /points -->` it goes.\n';
  expect(removeMarkedBlocks(text, 'points')).toBe(text);
});

test('makes text of links to files that are gone, and of no others', () => {
  const text =
    '[gone](gone.md#part), [there](../there.md), [out](https://example.com/gone.md), [here](#gone)';
  const asked: string[] = [];
  const exists = (path: string) => {
    asked.push(path);
    return path === 'there.md';
  };
  expect(removeDeadLinks(text, 'docs/guide.md', exists)).toBe(
    'gone, [there](../there.md), [out](https://example.com/gone.md), [here](#gone)',
  );
  expect(asked).toEqual(['docs/gone.md', 'there.md']);
});

test('drops the rows of a table that are left with no link, and from other rows the links of a list', () => {
  const [gone, there] = ['[gone](a.ts)', '[there](b.ts)'];
  const tableOf = (...cells: string[]) => cells.map((cell) => `| a, b | ${cell} |\n`).join('');
  const before = tableOf(
    gone,
    `${gone}, ${there}`,
    `${there}, ${gone}`,
    `${gone}, ${gone}, ${there}, ${gone}`,
  );
  expect(removeDeadLinks(before, 'SECURITY.md', (path) => path === 'b.ts')).toBe(
    tableOf(there, there, there),
  );
});

test('leaves a sentence in a table whole', () => {
  const row = (link: string) => `| see ${link}, or not, ${link} says | [there](b.ts) |`;
  expect(removeDeadLinks(row('[gone](a.ts)'), 'a.md', (path) => path === 'b.ts')).toBe(row('gone'));
});
