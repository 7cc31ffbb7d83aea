import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCircles, findFeatureImports, findUnshippableImports } from '../src/architecture.ts';
import { findImports, readSources } from '../src/imports.ts';

const sources = readSources(join(import.meta.dirname, '../../..'));
const imports = findImports(sources);

const manifests = Object.fromEntries(Object.entries(sources).filter(([path]) => path.endsWith('.json')));

/** Returns the imports of the repository, and of these lines in one of its files. */
const plant = (path: string, lines: string) => [...imports, ...findImports({ ...manifests, [path]: lines })];

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
    ['a package by its name', "import { sign } from '@session-token/token-issuer';"],
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
      expect(findUnshippableImports(plant(from, line))).toEqual([
        expect.stringContaining(`${from} ships and must not import `),
      ]);
  });

  test('allows it in the sandbox', () => {
    expect(
      findUnshippableImports(plant('apps/sandbox/src/main.ts', "import '@session-token/token-issuer';")),
    ).toEqual([]);
  });
});

describe('a feature of the server is imported', () => {
  /** The repository with one more feature, and one more import. */
  const withFeature = (path: string, specifier: string) => [
    ...plant('apps/server/src/features.ts', "import { wishes } from './wishes/feature.ts';"),
    ...plant(path, `import type {} from '${specifier}';`),
  ];

  test('in features.ts alone', () => {
    expect(findFeatureImports(imports)).toEqual([]);
    expect(findFeatureImports(withFeature('apps/server/src/wishes/routes.ts', './tables.ts'))).toEqual([]);
  });

  test.each([
    ['app.ts', './wishes/tables.ts'],
    ['database/migrations.ts', '../wishes/tables.ts'],
    ['http/errors/api-error.ts', '../../wishes/tables.ts'],
    ['observability/logger.ts', '../wishes/tables.ts'],
    ['webhooks/routes.ts', '../wishes/tables.ts'],
    ['idempotency/plugin.ts', '../wishes/tables.ts'],
  ])('not in %s', (file, specifier) => {
    const path = `apps/server/src/${file}`;
    expect(findFeatureImports(withFeature(path, specifier))).toEqual([
      `${path} must not import the feature of apps/server/src/wishes/tables.ts`,
    ]);
  });

  test('by another feature, too', () => {
    expect(
      findFeatureImports(withFeature('apps/server/src/wishes/routes.ts', '../privacy/locks.ts')),
    ).toEqual([]);
    const lists = plant('apps/server/src/features.ts', "import './gifts/feature.ts';");
    expect(
      findFeatureImports([...lists, ...withFeature('apps/server/src/gifts/a.ts', '../wishes/b.ts')]),
    ).toEqual([]);
  });

  test.each(['database/plugin.ts', 'http/cors.ts', 'observability/logger.ts'])(
    'never by the platform, shared features included: %s',
    (file) => {
      for (const feature of ['session-token', 'idempotency', 'privacy'])
        expect(
          findFeatureImports(withFeature(`apps/server/src/${file}`, `../${feature}/plugin.ts`)),
        ).toHaveLength(1);
    },
  );
});

describe('import circles', () => {
  test('there are none', () => {
    expect(findCircles(imports)).toEqual([]);
  });

  test.each([
    ['of two files', 'packages/token-verify/src/errors.ts', "import type {} from './claims.ts';"],
    ['of a file with itself', 'packages/shared/src/text.ts', "import './text.ts';"],
    ['through a package', 'packages/shared/src/text.ts', "import '@session-token/token-verify';"],
    ['of two folders of the server', 'apps/server/src/http/cors.ts', "import '../session-token/callers.ts';"],
  ])('finds one %s', (_what, path, line) => {
    expect(findCircles(plant(path, line))).not.toEqual([]);
  });
});
