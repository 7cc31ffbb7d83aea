import base from '../../vitest.base.ts';

/** Tests that run the real Shopify CLI, for `pnpm check:shopify`. They install the CLI on first use. */
export default {
  test: {
    ...base.test,
    include: ['cli-test/**/*.test.ts'],
    testTimeout: 30_000,
    fileParallelism: false,
    reporters: ['default', ['junit', { outputFile: 'test-results/shopify-cli.xml' }]],
  },
};
