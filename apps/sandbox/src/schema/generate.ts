/**
 * `node src/schema/generate.ts` writes the tables of elements and APIs of every API version, which takes about
 * a minute, the README's table and the schema of `scene.json`. `--readme` writes only the latter two, after a
 * change of `src/apis` or `src/scene`.
 * `--check` compares instead, and fails when a file differs from the types or from the code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installOnDemand } from '@session-token/on-demand-install';
import { SURFACES, type Surface } from '../contract/surfaces.ts';
import type { ApiTable } from './api-schema.ts';
import type { ElementTable } from './element-schema.ts';
import { fingerprint, SCENE_SCHEMA, SOURCES } from './fingerprint.ts';
import { readApiTypes } from './read-api-types.ts';
import { readElementTypes } from './read-element-types.ts';
import { openTypes, typesPackages } from './ui-extensions-types.ts';
import { toHistory } from './version-history.ts';

interface SurfaceTables {
  elements: ElementTable;
  apis: ApiTable;
}

const README = new URL('../../README.md', import.meta.url);
const TYPES = new URL('../../shopify-types', import.meta.url);
const generated = (name: string) => new URL(`../generated/${name}.json`, import.meta.url);
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
const isCheck = process.argv.includes('--check');
const differing: URL[] = [];

/** Writes a file, or with `--check` notes that it would change. */
function put(file: URL, content: string): void {
  if (!isCheck) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) differing.push(file);
}

async function putTables(): Promise<void> {
  await installOnDemand(fileURLToPath(TYPES), 'the types of every API version (about 55 MB)');
  const packages = typesPackages();
  const tables: [apiVersion: string, read: Record<Surface, SurfaceTables>][] = [];
  // Newest first, as a version may leave elements to the next one.
  for (const { apiVersion, root } of packages.toReversed()) {
    const types = openTypes(root);
    const later = tables[0]?.[1];
    const read = SURFACES.map((surface) => [
      surface,
      {
        elements: readElementTypes(types, surface, later?.[surface].elements),
        apis: readApiTypes(types, surface),
      },
    ]);
    tables.unshift([apiVersion, Object.fromEntries(read)]);
  }
  for (const surface of SURFACES) {
    for (const kind of ['elements', 'apis'] as const) {
      const history = toHistory(tables.map(([version, read]) => [version, read[surface][kind]] as const));
      put(generated(`${surface}-${kind}`), json(history));
    }
  }
  const versions = packages.map(({ apiVersion, version }) => [apiVersion, version] as const);
  put(SOURCES, json({ versions: Object.fromEntries(versions), fingerprint: fingerprint() }));
}

if (!process.argv.includes('--readme')) await putTables();
// Derived from the tables, so imported after they were written.
const { withApiTable } = await import('../apis/api-table.ts');
put(README, withApiTable(readFileSync(README, 'utf8')));

const { SCENE_JSON_SCHEMA } = await import('../scene/json-schema.ts');
put(SCENE_SCHEMA, json(SCENE_JSON_SCHEMA));

if (differing.length > 0) {
  console.error('These files differ from the types of @shopify/ui-extensions, or from the code:');
  for (const file of differing) console.error(`  ${fileURLToPath(file)}`);
  console.error('Run `pnpm --filter @session-token/sandbox schema` and commit the changes.');
  process.exit(1);
}
console.log(isCheck ? 'The generated files are up to date.' : 'Wrote the generated files.');
