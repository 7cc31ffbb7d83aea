/**
 * `node src/schema/generate.ts` writes the tables of elements and APIs and the README's table. With
 * `--check` it compares them with the installed types and with the code, and fails when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withApiTable } from '../apis/api-table.ts';
import { SURFACES } from '../contract/surfaces.ts';
import { readApiTypes } from './read-api-types.ts';
import { readElementTypes } from './read-element-types.ts';

const README = new URL('../../README.md', import.meta.url);
const generated = (name: string) => new URL(`../generated/${name}.json`, import.meta.url);
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

const files: readonly (readonly [file: URL, content: string])[] = [
  ...SURFACES.map((surface) => [generated(`${surface}-elements`), json(readElementTypes(surface))] as const),
  ...SURFACES.map((surface) => [generated(`${surface}-apis`), json(readApiTypes(surface))] as const),
  [README, withApiTable(readFileSync(README, 'utf8'))],
];

if (!process.argv.includes('--check')) {
  for (const [file, content] of files) writeFileSync(file, content);
  console.log(`Wrote ${files.length} files.`);
} else if (files.some(([file, content]) => readFileSync(file, 'utf8') !== content)) {
  console.error('The generated tables differ from the types of @shopify/ui-extensions, or from the code.');
  console.error('Run `pnpm --filter @session-token/sandbox schema` and commit the changes.');
  process.exit(1);
} else {
  console.log('The generated tables are up to date.');
}
