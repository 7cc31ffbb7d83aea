/**
 * `node src/schema/generate.ts` writes the element tables; with `--check` it compares them with the
 * installed types instead, and fails when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CHECKOUT_TARGETS } from './checkout-targets.ts';
import { readElementTypes } from './read-element-types.ts';

const FILE = new URL('../generated/checkout-elements.json', import.meta.url);

const generated = `${JSON.stringify(readElementTypes('checkout', CHECKOUT_TARGETS), null, 1)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, generated);
  console.log(`Wrote ${FILE.pathname}`);
} else if (readFileSync(FILE, 'utf8') !== generated) {
  console.error('The element tables differ from the types of @shopify/ui-extensions.');
  console.error('Run `pnpm --filter @session-token/sandbox schema` and commit src/generated.');
  process.exit(1);
} else {
  console.log('The element tables agree with the types of @shopify/ui-extensions.');
}
