import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { bundleExtension } from '@session-token/extension-bundler';
import { BUILT_SERVER } from '../http/candidates.ts';

const EXTENSIONS = ['checkout-extension', 'customer-account-extension', 'pos-extension'];

export interface BundleSize {
  bundle: string;
  bytes: number;
  /** As the Shopify CLI counts: Brotli at its best quality. */
  brotliBytes: number;
}

/** The extensions as `shopify app build` bundles them, and the server's one file. */
export async function measureBundles(): Promise<BundleSize[]> {
  const sizes: BundleSize[] = [];
  for (const extension of EXTENSIONS) {
    const directory = new URL(`../../apps/${extension}`, import.meta.url).pathname;
    const outcome = await bundleExtension({ directory });
    if (!outcome.ok) throw new Error(`${extension} does not build`);
    sizes.push(sizeOf(extension, Buffer.from(outcome.bundle.code)));
  }
  sizes.push(sizeOf('server, dist/main.js', await readFile(BUILT_SERVER)));
  return sizes;
}

function sizeOf(bundle: string, code: Buffer): BundleSize {
  return { bundle, bytes: code.byteLength, brotliBytes: brotliCompressSync(code).byteLength };
}
