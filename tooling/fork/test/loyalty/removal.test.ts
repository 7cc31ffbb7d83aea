import { expect, test } from 'vitest';
import { removeLoyalty } from '../../src/removals/loyalty.ts';
import { openTree } from '../../src/tree.ts';
import { createRepository } from '../small-repository.ts';

const LOCALE = '{ "name": "Ours", "loyalty": { "heading": "Points" }, "retry": "Try again" }';
const TYPES = (path: string) => `//@ts-ignore
declare module '${path}' {
  const shopify: Api;
  const globalThis: { shopify: typeof shopify };
}
`;

test('removes what is named loyalty by its path, and the lines that name it elsewhere', () => {
  using repository = createRepository({
    'src/loyalty/routes.ts': '',
    'test/loyalty.test.ts': '',
    'e2e/loyalty-points.spec.ts': '',
    'src/disloyalty.ts': 'export {};\n',
    'src/app.ts':
      "import { loyaltyRoutes } from './loyalty/routes.ts';\nstart();\nregister(loyaltyRoutes);\n",
    'docs/notes.md': 'See [the example](loyalty.md), or loyalty at large.\n',
    'docs/loyalty.md': '',
  });
  const tree = openTree(repository.root);
  const report = removeLoyalty(tree);

  expect(tree.paths()).toEqual(['docs/notes.md', 'src/app.ts', 'src/disloyalty.ts']);
  expect(tree.read('src/app.ts')).toBe('start();\n');
  expect(tree.read('docs/notes.md')).toBe('See the example, or loyalty at large.\n');
  expect(report[0]).toContain('4 files, 2 lines');
  expect(report[1]).toContain('docs/notes.md');
});

test('removes the texts in every language, and replaces those of the POS tile', () => {
  using repository = createRepository({
    'apps/a-extension/locales/fr.json': LOCALE,
    'apps/a-extension/locales/nl.json': LOCALE,
    'apps/pos-extension/locales/en.default.json': LOCALE.replace(
      '"retry"',
      '"page": "Points", "description": "", "tile": { "heading": "Points", "online": "", "offline": "No" }, "retry"',
    ),
  });
  const tree = openTree(repository.root);
  removeLoyalty(tree);

  const read = (path: string) => JSON.parse(tree.read(path));
  for (const language of ['fr', 'nl']) {
    const texts = read(`apps/a-extension/locales/${language}.json`);
    expect(texts).toEqual({ name: 'Ours', retry: 'Try again' });
  }
  expect(read('apps/pos-extension/locales/en.default.json')).toMatchObject({
    name: 'Ours',
    page: 'Session token',
    tile: { heading: 'Session token', offline: 'No' },
  });
});

test('removes the recorded pictures of blocks that show it, and says how to take them again', () => {
  using repository = createRepository({
    'apps/sandbox/e2e/pictures/checkout.txt': 's-section [region] "Loyalty points"\n',
    'apps/sandbox/e2e/pictures/theirs.txt': 's-section [region] "Gift"\n',
  });
  const tree = openTree(repository.root);
  const report = removeLoyalty(tree);
  expect(tree.paths()).toEqual(['apps/sandbox/e2e/pictures/theirs.txt']);
  expect(report.join('\n')).toContain('Removed 1 pictures of blocks. Take them again:');
});

test('removes the types of removed modules only', () => {
  const [kept, gone] = [TYPES('./src/Modal.tsx'), TYPES('./src/loyalty/Finder.tsx')];
  using repository = createRepository({ 'shopify.d.ts': [kept, gone, kept, gone].join('\n') });
  const tree = openTree(repository.root);
  removeLoyalty(tree);
  expect(tree.read('shopify.d.ts')).toBe([kept, kept].join('\n'));
});
