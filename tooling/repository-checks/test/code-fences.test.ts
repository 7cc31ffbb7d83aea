import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDocuments } from '../src/documents/check-documents.ts';
import { codeFences, excerptProblem, sourceOf } from '../src/documents/code-fences.ts';
import { ROOT, readDocument, writePrinted } from './printed-files.ts';

const fences = findDocuments(ROOT).flatMap((document) =>
  codeFences(readDocument(document))
    .filter(({ language }) => language === 'ts' || language === 'tsx')
    .map((fence) => ({ ...fence, where: `${document}:${fence.line}` })),
);
const excerpts = fences.flatMap((fence) => {
  const path = sourceOf(fence.code);
  return path !== undefined && existsSync(join(ROOT, path)) ? [{ ...fence, path }] : [];
});
const modules = fences.filter(({ where }) => excerpts.every((excerpt) => excerpt.where !== where));

test('finds each fenced block with its line, language and source', () => {
  const [first, second] = codeFences(
    '# A\n\n```ts\n// src/a.ts\na();\n```\n\n1. B\n\n   ```sh\n   ls\n     -l\n   ```\n',
  );
  expect(first).toEqual({ line: 3, language: 'ts', code: '// src/a.ts\na();\n' });
  expect(second).toEqual({ line: 10, language: 'sh', code: 'ls\n  -l\n' });
  expect(sourceOf(first!.code)).toBe('src/a.ts');
  expect(sourceOf('// Checkout.tsx, the extension\n')).toBeUndefined();
});

describe('code shown in the documents', () => {
  test.each(excerpts)('$where is an excerpt of $path', ({ code, path }) => {
    expect(excerptProblem(code, readFileSync(join(ROOT, path), 'utf8'))).toBeUndefined();
  });

  test('compiles where it is not an excerpt', () => {
    expect(typeErrors(modules)).toEqual([]);
  });

  test('fails when it does not compile', () => {
    const wrong = { language: 'ts', where: 'guide.md:1', code: "export const port: number = '3000';\n" };
    expect(typeErrors([wrong])).toEqual([expect.stringMatching(/^guide\.md:1 .*not assignable/)]);
  });
});

describe('an excerpt', () => {
  const file = "import a from 'a';\n\nexport function run() {\n  a();\n  b();\n  c();\n}\n";

  test.each([
    ['is indented in another way', '// run.ts\nexport function run() {\na();'],
    ['leaves lines out with an ellipsis', '// run.ts\nexport function run() {\n  …\n  c();\n}'],
    ['leaves lines out with a comment', '// run.ts\nexport function run() {\n  // …\n  c();\n}'],
  ])('may be one that %s', (_how, code) => {
    expect(excerptProblem(code, file)).toBeUndefined();
  });

  test.each([
    ['changes a line', '// run.ts\nexport function run() {\n  z();'],
    ['leaves lines out silently', '// run.ts\n  a();\n  c();'],
    ['changes the order', '// run.ts\n  c();\n  …\n  a();'],
    ['is empty', '// run.ts\n'],
  ])('may not be one that %s', (_how, code) => {
    expect(excerptProblem(code, file)).toEqual(expect.any(String));
  });
});

interface PrintedModule {
  language: string;
  where: string;
  code: string;
}

const COMPILER_OPTIONS = {
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  target: 'ES2024',
  module: 'ESNext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  jsx: 'react-jsx',
  jsxImportSource: 'preact',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
};
/** What the CLI's generated shopify.d.ts declares for the module of a checkout target. */
const SHOPIFY_GLOBAL =
  "declare const shopify: import('@shopify/ui-extensions/purchase.checkout.block.render').Api;\n";

/** Type-checks each block as a module: `ts` for Node, `tsx` for an extension. Returns `document:line message`. */
function typeErrors(printed: readonly PrintedModule[]): string[] {
  return (['ts', 'tsx'] as const).flatMap((language) => {
    const group = printed.filter((module) => module.language === language);
    if (group.length === 0) return [];
    const files = Object.fromEntries(group.map(({ code }, index) => [`${index}.${language}`, code]));
    const options = { ...COMPILER_OPTIONS, types: language === 'ts' ? ['node'] : [] };
    const folder = writePrinted(`fences-${language}`, {
      ...files,
      ...(language === 'tsx' && { 'shopify.d.ts': SHOPIFY_GLOBAL }),
      'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['*.ts', '*.tsx'] }),
    });
    const { stdout, status } = spawnSync(
      join(import.meta.dirname, '../node_modules/.bin/tsc'),
      ['--project', folder, '--pretty', 'false'],
      { encoding: 'utf8', cwd: folder, shell: process.platform === 'win32' },
    );
    if (status === 0) return [];
    return stdout
      .split('\n')
      .filter((line) => line.includes('error TS'))
      .map((line) =>
        line.replace(/^(\d+)\.tsx?/, (_file, index: string) => `${group[Number(index)]!.where} `),
      );
  });
}
