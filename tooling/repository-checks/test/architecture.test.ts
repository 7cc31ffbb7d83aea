import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCircles, findFeatureImports, findUnshippableImports } from '../src/architecture.ts';
import { findImports, readSources } from '../src/imports.ts';

const sources = readSources(join(import.meta.dirname, '../../..'));
const imports = findImports(sources);

/** Returns the imports of these lines, as if they stood in a file of the repository. */
const importsOf = (path: string, ...lines: string[]) =>
  findImports({ ...manifests, [path]: lines.join('\n') });
const manifests = Object.fromEntries(Object.entries(sources).filter(([path]) => path.endsWith('.json')));

test('reads the imports of apps, packages and tooling', () => {
  expect(imports.length).toBeGreaterThan(500);
  expect(imports).toContainEqual({
    from: 'apps/checkout-extension/src/Checkout.tsx',
    to: 'packages/extension-client/src/index.ts',
  });
  const missing = imports.filter(({ to }) => /\.tsx?$/.test(to) && !(to in sources));
  expect(missing, 'files that are not there').toEqual([]);
});

describe('what ships imports nothing that never ships', () => {
  test('in this repository', () => {
    expect(findUnshippableImports(imports)).toEqual([]);
  });

  test.each([
    ['a package', "import { sign } from '@session-token/token-issuer';"],
    ['a file of a package', "import { sign } from '@session-token/token-issuer/src/sign.ts';"],
    ['a package that exports nothing', "import '@session-token/repository-checks';"],
    ['a file', "import { sign } from '../../../tooling/token-issuer/src/sign.ts';"],
    ['a type', "import type { Sign } from '../../../tooling/token-issuer/src/sign.ts';"],
    ['a type in place', "type Sign = import('../../../tooling/token-issuer/src/sign.ts').Sign;"],
    ['a re-export', "export * from '../../../tooling/token-issuer/src/sign.ts';"],
    ['a named re-export', "export { sign } from '../../../tooling/token-issuer/src/sign.ts';"],
    ['an import for its effect', "import '../../../tooling/token-issuer/src/sign.ts';"],
    ['a dynamic import', "const sign = import('../../../tooling/token-issuer/src/sign.ts');"],
    ['the sandbox', "import '../../../apps/sandbox/src/main.ts';"],
    ['a benchmark', "import '../../../benchmarks/src/main.ts';"],
    ['a test', "import './../test/test-app.ts';"],
  ])('finds %s', (_what, line) => {
    for (const from of [
      'apps/server/src/app.ts',
      'apps/pos-extension/src/Tile.tsx',
      'packages/token-verify/src/verifier.ts',
    ])
      expect(findUnshippableImports(importsOf(from, line))).toEqual([
        expect.stringContaining(`${from} ships and must not import `),
      ]);
  });

  test('allows it in the sandbox', () => {
    expect(
      findUnshippableImports(importsOf('apps/sandbox/src/main.ts', "import '@session-token/token-issuer';")),
    ).toEqual([]);
  });
});

describe('a feature of the server is imported', () => {
  const list = importsOf(
    'apps/server/src/features.ts',
    "import { idempotency } from './idempotency/feature.ts';",
    "import { privacy } from './privacy/feature.ts';",
    "import { sessionToken } from './session-token/feature.ts';",
    "import { gifts } from './gifts/feature.ts';",
    "import { wishes } from './wishes/feature.ts';",
  );
  const violationsOf = (file: string, specifier: string) => {
    const path = `apps/server/src/${file}`;
    return findFeatureImports([...list, ...importsOf(path, `import type {} from '${specifier}';`)]);
  };

  test('where it may be, in this repository', () => {
    expect(findFeatureImports(imports)).toEqual([]);
  });

  test.each([
    ['app.ts', './wishes/tables.ts'],
    ['database/migrations.ts', '../wishes/tables.ts'],
    ['http/errors/api-error.ts', '../../wishes/tables.ts'],
    ['observability/logger.ts', '../wishes/tables.ts'],
    ['webhooks/routes.ts', '../wishes/tables.ts'],
    ['idempotency/plugin.ts', '../wishes/tables.ts'],
  ])('not by %s', (file, specifier) => {
    expect(violationsOf(file, specifier)).toEqual([
      `apps/server/src/${file} must not import the feature of apps/server/src/wishes/tables.ts`,
    ]);
  });

  test.each([
    ['itself', 'wishes/routes.ts', './tables.ts'],
    ['features.ts', 'features.ts', './wishes/feature.ts'],
    ['another feature', 'gifts/routes.ts', '../wishes/tables.ts'],
  ])('by %s', (_what, file, specifier) => {
    expect(violationsOf(file, specifier)).toEqual([]);
  });

  test.each(['session-token', 'idempotency', 'privacy'])('by all but the platform, if it is %s', (shared) => {
    const specifier = `../${shared}/plugin.ts`;
    for (const file of ['webhooks/routes.ts', 'wishes/routes.ts', 'idempotency/plugin.ts'])
      expect(violationsOf(file, specifier)).toEqual([]);
    for (const file of ['database/plugin.ts', 'http/cors.ts', 'observability/logger.ts'])
      expect(violationsOf(file, specifier)).toHaveLength(1);
  });
});

describe('import circles', () => {
  test('do not exist in this repository', () => {
    expect(findCircles(imports)).toEqual([]);
  });

  test.each([
    [
      'of two files',
      { 'tooling/sample/src/a.ts': "import './b.ts';", 'tooling/sample/src/b.ts': "export * from './a.ts';" },
      'tooling/sample/src/a.ts → tooling/sample/src/b.ts → tooling/sample/src/a.ts',
    ],
    [
      'of types',
      { 'tooling/sample/src/a.ts': "import type {} from './a.ts';" },
      'tooling/sample/src/a.ts → tooling/sample/src/a.ts',
    ],
    [
      'through packages',
      {
        'packages/shared/src/index.ts': "import '@session-token/token-verify';",
        'packages/token-verify/src/index.ts': "import '@session-token/shared';",
      },
      'packages/shared/src/index.ts → packages/token-verify/src/index.ts → packages/shared/src/index.ts',
    ],
    [
      'through a subpath import',
      {
        'apps/sandbox/src/sample.ts': "import '#installation';",
        'apps/sandbox/src/node/installation/repository.ts': "import '../../sample.ts';",
      },
      'apps/sandbox/src/sample.ts → apps/sandbox/src/node/installation/repository.ts → apps/sandbox/src/sample.ts',
    ],
    [
      'of folders of the server, without one of files',
      {
        'apps/server/src/gifts/a.ts': "import '../wishes/a.ts';",
        'apps/server/src/wishes/b.ts': "import '../gifts/b.ts';",
      },
      'gifts → wishes → gifts',
    ],
  ])('finds one %s', (_what, files, circle) => {
    expect(findCircles(findImports({ ...manifests, ...files }))).toEqual([circle]);
  });

  test('finds none where two files import a third one', () => {
    const files = {
      'tooling/sample/src/a.ts': "import './b.ts';\nimport './c.ts';",
      'tooling/sample/src/b.ts': "import './c.ts';",
    };
    expect(findCircles(findImports(files))).toEqual([]);
  });
});
