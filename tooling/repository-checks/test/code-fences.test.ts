import { describe, expect, test } from 'vitest';
import { codeFences, excerptProblem, sourceOf } from '../src/documents/code-fences.ts';

test('finds each fenced block with its line, language and source', () => {
  const [first, second] = codeFences('# A\n\n```ts\n// src/a.ts\na();\n```\n\n```sh\nls\n```\n');
  expect(first).toEqual({ line: 3, language: 'ts', code: '// src/a.ts\na();\n' });
  expect(second).toMatchObject({ line: 8, language: 'sh' });
  expect(sourceOf(first!.code)).toBe('src/a.ts');
  expect(sourceOf('// Checkout.tsx, the extension\n')).toBeUndefined();
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
