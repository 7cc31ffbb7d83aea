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
