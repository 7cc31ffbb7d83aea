import { extname } from 'node:path';
import { installation } from '#installation';

/** The page's own files in memory, by URL path. */
export type PageAssets = ReadonlyMap<string, Asset>;

export interface Asset {
  type: string;
  content: Uint8Array;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Loads the page and the worker's runtime. */
export async function loadPageAssets(): Promise<PageAssets> {
  const files = [...(await installation.pageFiles())];
  return new Map(files.map(([path, content]) => [`/${path}`, { type: typeOf(path), content }]));
}

const typeOf = (path: string) => TYPES[extname(path)] ?? 'application/octet-stream';
