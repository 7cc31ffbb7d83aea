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
    '.ci/run': 'step pnpm test\nstep pnpm --filter @acme/fork verify\n',
    'biome.json': '{}\n',
    'tooling/fork/src/main.ts': '',
    'docs/fork.md': '',
    'docs/upgrading.md': 'Run `pnpm fork` on the new version.',
    'README.md': README,
  });
  const tree = openTree(repository.root);
  removeFork(tree);

  expect(tree.paths()).toEqual(['.ci/run', 'README.md', 'biome.json', 'package.json']);
  expect(JSON.parse(tree.read('package.json')).scripts).toEqual({ test: 'turbo run test' });
  expect(tree.read('.ci/run')).toBe('step pnpm test\n');
  const kept = README.split('\n').filter((line) => !/ fork(\/ | --)/.test(line));
  expect(tree.read('README.md')).toBe(kept.join('\n'));
});
