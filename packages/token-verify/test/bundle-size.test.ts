import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const MAX_GZIP_BYTES = 10_000;

/** Bundles an entry of the package, with jose. */
async function gzipBytes(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: new URL('../', import.meta.url).pathname,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    legalComments: 'none',
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

test(`the package has at most ${MAX_GZIP_BYTES} bytes in a bundle, compressed, jose included`, async () => {
  expect(await gzipBytes('src/index.ts')).toBeLessThanOrEqual(MAX_GZIP_BYTES);
});

test('an adapter adds at most a fifth to it', async () => {
  for (const adapter of ['fastify', 'express', 'hono', 'fetch'])
    expect(await gzipBytes(`src/adapters/${adapter}.ts`), adapter).toBeLessThanOrEqual(MAX_GZIP_BYTES / 5);
});
