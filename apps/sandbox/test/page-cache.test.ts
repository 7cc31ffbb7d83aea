import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCachedPage } from '../src/node/page-server/page-cache.ts';

let folder: string;
let builds: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-cache-'));
  builds = 0;
  save('source.ts', 'one', 1);
  save('tool.ts', 'one', 1);
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);

function save(name: string, text: string, seconds: number): void {
  writeFileSync(path(name), text);
  utimesSync(path(name), seconds, seconds);
}

async function load({ tool = 'tool.ts', whileBuilding = () => {} } = {}): Promise<string> {
  const files = await loadCachedPage({
    file: path('cache/page'),
    tools: [path(tool)],
    async build() {
      builds += 1;
      whileBuilding();
      const content = new TextEncoder().encode(`build ${builds}`);
      return { files: new Map([['page.js', content]]), sources: [path('source.ts'), path('virtual')] };
    },
  });
  return new TextDecoder().decode(files.get('page.js'));
}

test('builds the page once if nothing changes', async () => {
  expect([await load(), await load(), await load()]).toEqual(['build 1', 'build 1', 'build 1']);
});

test.each<[string, () => void]>([
  ['a source is saved', () => save('source.ts', 'two', 2)],
  ['a source has another size', () => save('source.ts', 'longer', 1)],
  ['a source is deleted', () => rmSync(path('source.ts'))],
  ['a module of the build is saved', () => save('tool.ts', 'two', 2)],
  ['the cache is damaged', () => writeFileSync(path('cache/page'), 'damaged')],
])('builds the page again if %s', async (_what, change) => {
  expect(await load()).toBe('build 1');
  change();
  expect([await load(), await load()]).toEqual(['build 2', 'build 2']);
});

test('builds the page again with a module of the build at another path, as of another version', async () => {
  save('tool-2.ts', 'one', 1);
  expect([await load(), await load({ tool: 'tool-2.ts' })]).toEqual(['build 1', 'build 2']);
});

test('does not keep a build during which a source was saved', async () => {
  const later = Date.now() / 1000 + 60;
  expect(await load({ whileBuilding: () => save('source.ts', 'two', later) })).toBe('build 1');
  expect(await load()).toBe('build 2');
});

test('builds the page if the cache cannot be written', async () => {
  writeFileSync(path('cache'), 'a file instead of a folder');
  expect(await load()).toBe('build 1');
});
