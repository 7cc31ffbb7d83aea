import { expect, test } from 'vitest';
import { loadPageAssets } from '../src/node/page-server/page-assets.ts';

test('chunks and fonts may be cached, files that documents name may not', async () => {
  const assets = [...(await loadPageAssets())];
  const named = assets.filter(([, { isImmutable }]) => !isImmutable).map(([path]) => path);
  expect(named.sort()).toEqual([
    '/gallery.css',
    '/gallery.js',
    '/inspector.css',
    '/inspector.js',
    '/page.css',
    '/page.js',
    '/worker.js',
  ]);
  const hashed = assets.filter(([, { isImmutable }]) => isImmutable).map(([path]) => path);
  expect(hashed.filter((path) => path.startsWith('/chunks/')).length).toBeGreaterThan(1);
  expect(hashed.some((path) => path.endsWith('.woff2'))).toBe(true);
});

test("the worker's runtime is small, because every start of an extension parses it", async () => {
  const runtime = (await loadPageAssets()).get('/worker.js')!;
  // 77 KB today. With the schema library it had 280 KB.
  expect(runtime.content.length / 1024).toBeLessThan(100);
});
