import { expect, test } from 'vitest';
import { removeDeadLinks, removeMarkedBlocks } from '../src/markdown.ts';

test('removes a marked block and leaves one blank line', () => {
  const text = 'before\n\n<!-- points -->\n\nabout points\n\n<!-- /points -->\n\nafter\n';
  expect(removeMarkedBlocks(text, 'points')).toBe('before\n\nafter\n');
});

test('keeps the block of another part', () => {
  const text = '<!-- others -->\nkept\n<!-- /others -->\n';
  expect(removeMarkedBlocks(text, 'points')).toBe(text);
});

test('ignores a sentence that shows the marks', () => {
  const text = 'Between `<!-- points -->` and `<!-- /points -->` it goes.\n';
  expect(removeMarkedBlocks(text, 'points')).toBe(text);
});

test('replaces links to removed files with their text, and no others', () => {
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

test('removes table rows without remaining links, and dead links from lists in other rows', () => {
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

test('keeps a sentence in a table complete', () => {
  const row = (link: string) => `| see ${link}, or not, ${link} says | [there](b.ts) |`;
  expect(removeDeadLinks(row('[gone](a.ts)'), 'a.md', (path) => path === 'b.ts')).toBe(row('gone'));
});
