import { defineConfig } from 'vitest/config';

/** The tests that run the real Shopify CLI, for `pnpm check:shopify`: they fetch it when it is not there. */
export default defineConfig({
  test: {
    include: ['cli-test/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: ['default', ['junit', { outputFile: 'test-results/shopify-cli.xml' }]],
  },
});
