import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import manifest from '../../package.json' with { type: 'json' };

const GENERATED = new URL('../generated/', import.meta.url);

/**
 * Hashes what the generated tables depend on (the packages that they are read from, with their checksums, and
 * the code that reads them) and the tables themselves. A test compares the hash with the committed one,
 * which takes milliseconds; reading the types again takes a minute.
 */
export function fingerprint(): string {
  const hash = createHash('sha256');
  const folder = (url: URL) => readdirSync(url).map((name) => new URL(name, url));
  const files = [
    new URL('../../shopify-types/pnpm-lock.yaml', import.meta.url),
    ...folder(new URL('./', import.meta.url)),
    ...folder(GENERATED).filter(({ href }) => href !== SOURCES.href && href !== SCENE_SCHEMA.href),
  ];
  // A fork renames the scope of the workspace's packages.
  const [scope] = manifest.name.split('/');
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replaceAll(`${scope}/`, '@workspace/');
    hash.update(`${text}\0`);
  }
  const morph = createRequire(import.meta.url)('ts-morph/package.json') as { version: string };
  return hash.update(morph.version).digest('hex');
}

/** The schema of `scene.json`, which comes from the code. A test of its own compares it. */
export const SCENE_SCHEMA = new URL('scene.schema.json', GENERATED);

/** Where the versions of the packages and the fingerprint are committed. */
export const SOURCES = new URL('sources.json', GENERATED);
