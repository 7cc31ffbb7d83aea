import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

describe.each([
  ['the client', '../src/client.ts', 1_850],
  ['the client with its hooks', '../src/index.ts', 2_150],
])('%s', async (_what, entry, maxBytes) => {
  /** Bundled for the worker that the Shopify CLI bundles for. */
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    minify: true,
    // The host's own entry, @shopify/ui-extensions/preact, brings both to every extension.
    external: ['@preact/signals', 'preact'],
    format: 'esm',
    target: 'es6',
    metafile: true,
    write: false,
  });
  const { contents, text } = outputFiles[0]!;

  test(`adds at most ${maxBytes} bytes, Brotli-compressed, to an extension`, () => {
    expect(brotliCompressSync(contents).byteLength).toBeLessThanOrEqual(maxBytes);
  });

  test('contains only its own code', () => {
    const foreign = Object.keys(metafile.inputs).filter(
      (path) => !/^(packages\/extension-client\/)?src\//.test(path),
    );
    expect(foreign).toEqual([]);
  });

  test('writes nothing to the console', () => {
    expect(text).not.toContain('console');
  });
});
