import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** Without the routes: their part grows with the features. */
describe.each([
  ['a request', ['request.ts'], 1_450],
  ['a request with the hooks', ['request.ts', 'use-query.ts', 'use-write.ts'], 1_800],
])('%s', async (_what, files, maxBytes) => {
  /** Bundled for the worker that the Shopify CLI bundles for. */
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: join(import.meta.dirname, '../src'),
    },
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
      (path) => !/^(<stdin>$|(packages\/extension-client\/)?src\/)/.test(path),
    );
    expect(foreign).toEqual([]);
  });

  test('writes nothing to the console', () => {
    expect(text).not.toContain('console');
  });
});
