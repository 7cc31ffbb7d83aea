import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDocument, findDocuments } from '../src/documents/check-documents.ts';
import { ROOT, readDocument } from './printed-files.ts';

describe('every link, path and command shown exists', () => {
  test.each(findDocuments(ROOT))('in %s', (path) => {
    expect(checkDocument(ROOT, path)).toEqual([]);
  });
});

test('every decision has a unique number, in its file name and its heading', () => {
  const names = findDocuments(ROOT).filter((path) => /^docs\/decisions\/\d/.test(path));
  const numbers = names.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]));
  const headings = names.map((path) =>
    Number(/^# (\d+)\. /.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1]),
  );
  expect(new Set(numbers).size).toBe(names.length);
  expect(headings).toEqual(numbers);
});

test('every answer in docs/questions.md is short, and links to the code or to a guide', () => {
  const answers = readDocument('docs/questions.md')
    .split(/^#{2,3} /m)
    .filter((section) => /^.*\?$/m.test(section.split('\n')[0]!))
    .map((section) => ({ section, lines: section.trim().split('\n').length }));
  expect(answers.length).toBeGreaterThan(25);
  expect(answers.filter(({ section }) => !/\]\((?!https?:)[^)]+\)/.test(section))).toEqual([]);
  expect(answers.filter(({ lines }) => lines > 18)).toEqual([]);
});

test('every item of the threat model links to a test that performs the attack', () => {
  const [model = ''] = /## Threat model\n[\s\S]*?(?=\n## )/.exec(readDocument('SECURITY.md')) ?? [];
  const items = model.split(/\n(?=- \*\*)/).slice(1);
  expect(items.length).toBeGreaterThan(15);
  expect(
    items.filter((item) => !/\]\([^)]+(?:\.test|-contract|\/corpus\/\w+)\.ts\)\s*(?:\n#|<!-- |$)/.test(item)),
  ).toEqual([]);
});

describe('a document that shows something missing fails', () => {
  const check = (markdown: string) => {
    using repository = createRepository({
      'docs/guide.md': markdown,
      'docs/other.md': '# The `other` one\n',
      'package.json': '{ "scripts": { "test": "" } }',
      'apps/server/package.json': '{ "name": "@ours/server", "scripts": { "load": "" } }',
    });
    return checkDocument(repository.root, 'docs/guide.md');
  };

  test.each([
    ['a link to a file', '[a](other.md)', '[a](another.md)'],
    ['a picture', '![a](../package.json)', '![a](picture.png)'],
    ['a heading in another file', '[a](other.md#the-other-one)', '[a](other.md#the-others)'],
    ['a heading of the same document', '# Here\n\n[a](#here)', '# Here\n\n[a](#there)'],
    ['a path', '`apps/server/package.json`', '`apps/client/package.json`'],
    ['a pattern', '`apps/*/package.json`', '`apps/*/settings.json`'],
    ['a path that a command takes', '```sh\nrm apps/server/package.json\n```', '```sh\nrm apps/gone.ts\n```'],
    ['a script', '`npx -y pnpm test`', '`npx -y pnpm tset`'],
    ['a script in another folder', '`pnpm --dir ../here test`', '`pnpm --dir ../here tset`'],
    ['a script in a block', '```sh\nA=1 pnpm test\n```', '```sh\nA=1 pnpm tset\n```'],
    ['a script after another', '```sh\ncd x && pnpm test\n```', '```sh\ncd x && pnpm tset\n```'],
    ['a script of a package', '`pnpm --filter @ours/server load`', '`pnpm --filter @ours/server test`'],
    ['a package', '`pnpm --filter=./apps/server load`', '`pnpm --filter @ours/client exec tsc`'],
  ])('%s', (_what, right, wrong) => {
    expect(check(right)).toEqual([]);
    expect(check(wrong)).toEqual([expect.stringMatching(/^docs\/guide\.md:\d/)]);
  });

  test.each([
    [
      'a folder that the guide creates',
      '```sh\ncp -r apps/server apps/mine\npnpm --filter @ours/mine test\n```\n`apps/mine/a.ts`',
    ],
    ['a build output', '`apps/server/dist/main.js`'],
    ['the web', '[a](https://example.com/b.md)'],
    ['a link in a code span', '`[a](b.md)`'],
    ['prose about pnpm', '`verified by pnpm itself`'],
    ['a placeholder', '`pnpm <script>`'],
  ])('but not %s', (_what, markdown) => {
    expect(check(markdown)).toEqual([]);
  });
});

function createRepository(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}
