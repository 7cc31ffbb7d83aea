import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Bundled for the worker that the Shopify CLI bundles for. */
const { outputFiles, metafile } = await build({
  entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  // Every extension has these two already.
  external: ['@preact/signals', 'preact'],
  format: 'esm',
  target: 'es6',
  metafile: true,
  write: false,
});
const { contents, text } = outputFiles[0]!;

test('adds at most 1 850 bytes, Brotli-compressed, to an extension', () => {
  expect(brotliCompressSync(contents).byteLength).toBeLessThanOrEqual(1_850);
});

test('brings no code but its own', () => {
  const foreign = Object.keys(metafile.inputs).filter(
    (path) => !/^(packages\/extension-client\/)?src\//.test(path),
  );
  expect(foreign).toEqual([]);
});

test('writes nothing to the console', () => {
  expect(text).not.toContain('console');
});
