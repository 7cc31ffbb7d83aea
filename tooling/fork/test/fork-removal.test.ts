import { expect, test } from 'vitest';
import { removeFork } from '../src/removals/fork.ts';
import { openTree } from '../src/tree.ts';
import { createRepository } from './small-repository.ts';

const README = `
| command | does |
| --- | --- |
| \`pnpm fork --name acme\` | makes it yours |
| \`pnpm test\` | every test |

packages/
  shared/   the contract
  fork/     makes it yours
  forklift/ lifts
`;

test('removes its package, its script, and the lines of documents about it', () => {
  using repository = createRepository({
    'package.json': '{ "scripts": { "fork": "node tooling/fork/src/main.ts", "test": "turbo run test" } }',
    '.ci/check.mjs': "  'pnpm test',\n  'pnpm --filter @acme/fork verify',\n",
    '.github/workflows/ci.yml': '        part: [static, units, fork]\n',
    'biome.json': '{}\n',
    'tooling/fork/src/main.ts': '',
    'docs/fork.md': '',
    'docs/upgrading.md': 'Run `pnpm fork` on the new version.',
    'README.md': README,
  });
  const tree = openTree(repository.root);
  removeFork(tree);

  expect(tree.paths()).toEqual([
    '.ci/check.mjs',
    '.github/workflows/ci.yml',
    'README.md',
    'biome.json',
    'package.json',
  ]);
  expect(JSON.parse(tree.read('package.json')).scripts).toEqual({ test: 'turbo run test' });
  expect(tree.read('.ci/check.mjs')).toBe("  'pnpm test',\n");
  expect(tree.read('.github/workflows/ci.yml')).toBe('        part: [static, units]\n');
  const kept = README.split('\n').filter((line) => !/ fork(\/ | --)/.test(line));
  expect(tree.read('README.md')).toBe(kept.join('\n'));
});
