import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'jsdom',
    // The tester imports the extension's .tsx itself: only what vitest transforms may do so.
    server: { deps: { inline: ['@shopify/ui-extensions-tester'] } },
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]],
  },
});
