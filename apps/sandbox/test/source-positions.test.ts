import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { createSourcePositions } from '../src/page/model/source-positions.ts';

const URL = 'http://127.0.0.1:4100/extension.js';
const { code, map } = transformSync(
  'export function greet(name: string) {\n  return name.missing.length;\n}\n',
  { loader: 'ts', minify: true, sourcemap: 'external', sourcefile: 'src/Greeting.tsx' },
);
const positions = createSourcePositions(map, URL);
/** Of `.missing` in the minified line, counted from 1 as in a stack. */
const column = code.indexOf('missing') + 1;

test('names the source file and its line, anywhere in the text', () => {
  const stack = `TypeError: undefined\n    at greet (${URL}:1:${column})\n    at ${URL}:1:${column}`;
  expect(positions.inSources(stack)).toBe(
    'TypeError: undefined\n    at greet (src/Greeting.tsx:2:15)\n    at src/Greeting.tsx:2:15',
  );
});

test.each([
  ['of another script', 'at http://127.0.0.1:4100/worker.js:1:20'],
  ['of a script whose URL only begins alike', `at ${URL}.map:1:${column}`],
])('leaves a line %s as it is', (_what, line) => {
  expect(positions.inSources(line)).toBe(line);
});

test.each([
  ['of the bundler', `    at Q (${URL}:99:1)`],
  ["of the sandbox's runtime", '    at blob:null/0a5ab115-7940-4f99-8058-49e3c399070f:1:71924'],
])('drops a line %s', (_what, line) => {
  expect(positions.inSources(`Error: no\n${line}`)).toBe('Error: no');
});
