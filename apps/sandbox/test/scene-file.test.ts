import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSceneFile } from '../src/node/scene-file.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'scene-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const read = (text: string) => {
  const file = join(directory, 'scene.json');
  writeFileSync(file, text);
  return readSceneFile(file);
};

test('an extension without a scene.json has the default scene', async () => {
  expect(await readSceneFile(join(directory, 'none'))).toEqual({ ok: true });
});

test('reads the data of a scene.json', async () => {
  const scene = { $schema: './x', currency: 'EUR', graphql: { customer: { firstName: 'Zoe' } } };
  expect(await read(JSON.stringify(scene))).toEqual({ ok: true, scene });
});

test.each([
  ['[]', 'must be an object'],
  ['null', 'must be an object'],
  ['{', 'JSON'],
  ['{ "curency": "EUR" }', 'Did you mean "currency"?'],
])('the problem of the scene.json %s names the file', async (text, message) => {
  expect(await read(text)).toEqual({
    ok: false,
    problems: [{ file: join(directory, 'scene.json'), text: expect.stringContaining(message) }],
  });
});
