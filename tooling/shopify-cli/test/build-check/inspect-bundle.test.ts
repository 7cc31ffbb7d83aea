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

test('finds nothing wrong with a bundle that differs in the source-map line alone', () => {
  expect(inspect({ ownCode: CODE })).toEqual([]);
});

test('tells a target that the bundle never registers', () => {
  expect(inspect({ targets: [TARGET, 'pos.home.tile.render'] })).toEqual([
    'does not register pos.home.tile.render',
  ]);
});

test('tells a read of process.env that was left in', () => {
  expect(inspect({ code: `${CODE}fetch(process.env.APP_URL)` })).toEqual([
    'reads process.env, which throws in a worker',
  ]);
});

test('tells which secret the bundle contains, and not its value', () => {
  const problems = inspect({ code: `${CODE}"canary-1"` });
  expect(problems).toEqual(['contains the value of SHOPIFY_API_SECRET']);
});

test('tells a byte that is not in the bundle of our own', () => {
  expect(inspect({ ownCode: CODE.replace('draw', 'drew') })).toEqual([
    expect.stringContaining('differs from'),
  ]);
});

test('takes a bundle of exactly the size that Shopify takes, and none of a byte more', () => {
  const bytes = compressedBytes(CODE);
  expect(inspect({ code: CODE, limitBytes: bytes })).toEqual([]);
  expect(inspect({ code: CODE, limitBytes: bytes - 1 })).toEqual([
    `has ${bytes} bytes compressed; Shopify takes ${bytes - 1}`,
  ]);
});

test('the limit is 64 KB unless another is given', () => {
  const tooLarge = CODE + randomBytes(COMPRESSED_LIMIT_BYTES).toString('base64url');
  expect(inspect({ code: tooLarge })).toEqual([expect.stringContaining('Shopify takes 65536')]);
});
