import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';
import { iconShapes } from './icon-shapes.ts';

/** The page's own files in memory, by URL path. */
export type PageAssets = ReadonlyMap<string, Asset>;

export interface Asset {
  type: string;
  content: Uint8Array;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

/** Bundles the page and the worker's runtime. Takes about 100 ms. */
export async function buildPageAssets(): Promise<PageAssets> {
  const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const common = {
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  } as const;
  const [page, worker] = await Promise.all([
    build({
      ...common,
      entryPoints: { page: source('page/main.tsx') },
      format: 'esm',
      // What only some extensions need is loaded when they need it.
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      plugins: [iconShapes],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.woff2': 'file', '.shadow.css': 'text' },
      assetNames: 'fonts/[name]-[hash]',
      publicPath: '/',
    }),
    build({ ...common, entryPoints: { worker: source('worker/main.ts') }, format: 'iife' }),
  ]);
  return new Map([...page.outputFiles, ...worker.outputFiles].map((file) => [urlPath(file), asset(file)]));
}

// The output folder `/` is `C:\` on Windows.
const urlPath = (file: OutputFile) => file.path.replaceAll('\\', '/').replace(/^[A-Z]:/, '');

const asset = (file: OutputFile): Asset => ({
  type: TYPES[file.path.slice(file.path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  content: file.contents,
});
