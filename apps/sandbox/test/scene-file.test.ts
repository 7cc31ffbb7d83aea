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
  expect(await readSceneFile(join(directory, 'none.json'))).toEqual({ problems: [] });
});

test('reads the data of a scene.json', async () => {
  const scene = { currency: 'EUR', graphql: { customer: { firstName: 'Zoe' } } };
  expect(await read(JSON.stringify(scene))).toEqual({ scene, problems: [] });
});

test.each(['[]', 'null', '"text"', '{'])(
  'a scene.json of %s is a problem that names the file',
  async (text) => {
    const { scene, problems } = await read(text);
    expect(scene).toBeUndefined();
    expect(problems).toMatchObject([{ text: expect.stringMatching(/^scene\.json: /) }]);
  },
);

test('names a key that no scene has', async () => {
  const { scene, problems } = await read('{ "currency": "EUR", "curency": 1 }');
  expect(scene).toBeDefined();
  expect(problems).toMatchObject([{ text: 'scene.json: "curency" is no part of a scene' }]);
});
