/**
 * `node src/schema/generate.ts` writes the element tables; with `--check` it compares them with the
 * installed types instead, and fails when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SURFACES, type Surface } from '../contract/surfaces.ts';
import { readElementTypes } from './read-element-types.ts';

const fileOf = (surface: Surface) => new URL(`../generated/${surface}-elements.json`, import.meta.url);

const tables = SURFACES.map((surface) => ({
  file: fileOf(surface),
  generated: `${JSON.stringify(readElementTypes(surface), null, 1)}\n`,
}));
if (!process.argv.includes('--check')) {
  for (const { file, generated } of tables) writeFileSync(file, generated);
  console.log(`Wrote ${tables.length} element tables.`);
} else if (tables.some(({ file, generated }) => readFileSync(file, 'utf8') !== generated)) {
  console.error('The element tables differ from the types of @shopify/ui-extensions.');
  console.error('Run `pnpm --filter @session-token/sandbox schema` and commit src/generated.');
  process.exit(1);
} else {
  console.log('The element tables agree with the types of @shopify/ui-extensions.');
}
