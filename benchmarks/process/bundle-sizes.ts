import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bundleExtension, findExtensions } from '@session-token/extension-bundler';
import { BUILT_SERVER } from '../http/candidates.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

export interface BundleSize {
  bundle: string;
  bytes: number;
  /** Brotli at its highest quality, as the Shopify CLI counts. */
  brotliBytes: number;
}

/** Measures the extensions as `shopify app build` bundles them, and the server's file. */
export async function measureBundles(): Promise<BundleSize[]> {
  const sizes: BundleSize[] = [];
  for (const folder of findExtensions(ROOT)) {
    const outcome = await bundleExtension({ directory: join(ROOT, folder) });
    if (!outcome.ok) throw new Error(`${folder} does not build`);
    sizes.push(sizeOf(basename(folder), Buffer.from(outcome.bundle.code)));
  }
  sizes.push(sizeOf('server, dist/main.js', await readFile(BUILT_SERVER)));
  return sizes;
}

function sizeOf(bundle: string, code: Buffer): BundleSize {
  return { bundle, bytes: code.byteLength, brotliBytes: brotliCompressSync(code).byteLength };
}
