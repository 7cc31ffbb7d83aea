import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  COMPRESSED_LIMIT_BYTES,
  compressedBytes,
  type InspectedBundle,
  inspectBundle,
} from '../../src/build-check/inspect-bundle.ts';

const TARGET = 'purchase.checkout.block.render';
const CODE = `(()=>{shopify.extend("${TARGET}",(...args)=>draw(...args));})();\n`;
const SOURCE_MAP_LINE = '//# sourceMappingURL=session-token-checkout.js.map\n';

function inspect(change: Partial<InspectedBundle> = {}): string[] {
  const code = change.code ?? CODE + SOURCE_MAP_LINE;
  return inspectBundle({
    code,
    targets: [TARGET],
    secrets: { SHOPIFY_API_SECRET: 'canary-1' },
    ownCode: code,
    ...change,
  });
}

test('accepts a bundle that differs in the source-map line only', () => {
  expect(inspect({ ownCode: CODE })).toEqual([]);
});

test('reports a target that the bundle never registers', () => {
  expect(inspect({ targets: [TARGET, 'pos.home.tile.render'] })).toEqual([
    'does not register pos.home.tile.render',
  ]);
});

test('reports a remaining read of process.env', () => {
  expect(inspect({ code: `${CODE}fetch(process.env.APP_URL)` })).toEqual([
    'reads process.env, which throws in a worker',
  ]);
});

test('names a secret in the bundle without its value', () => {
  const problems = inspect({ code: `${CODE}"canary-1"` });
  expect(problems).toEqual(['contains the value of SHOPIFY_API_SECRET']);
});

test('reports a single byte that differs from our own bundle', () => {
  expect(inspect({ ownCode: CODE.replace('draw', 'drew') })).toEqual([
    expect.stringContaining('differs from'),
  ]);
});

test('accepts a bundle at the size limit, and rejects one byte more', () => {
  const bytes = compressedBytes(CODE);
  expect(inspect({ code: CODE, limitBytes: bytes })).toEqual([]);
  expect(inspect({ code: CODE, limitBytes: bytes - 1 })).toEqual([
    `has ${bytes} bytes compressed; Shopify accepts ${bytes - 1}`,
  ]);
});

test('the default limit is 64 KB', () => {
  const tooLarge = CODE + randomBytes(COMPRESSED_LIMIT_BYTES).toString('base64url');
  expect(inspect({ code: tooLarge })).toEqual([expect.stringContaining('Shopify accepts 65536')]);
});
