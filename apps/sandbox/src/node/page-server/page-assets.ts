import { extname } from 'node:path';
import { installation } from '#installation';

/** The page's own files in memory, by URL path. */
export type PageAssets = ReadonlyMap<string, Asset>;

export interface Asset {
  type: string;
  content: Uint8Array;
  /** Whether its name contains a hash of its content. */
  isImmutable: boolean;
}

/** Names that esbuild gives to chunks and fonts. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Loads the page and the worker's runtime. */
export async function loadPageAssets(): Promise<PageAssets> {
  const files = [...(await installation.pageFiles())];
  return new Map(
    files.map(([path, content]) => [
      `/${path}`,
      { type: typeOf(path), content, isImmutable: HASHED.test(path) },
    ]),
  );
}

const typeOf = (path: string) => TYPES[extname(path)] ?? 'application/octet-stream';
