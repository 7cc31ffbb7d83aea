import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: ['test/bundle-setup.ts', 'test/postgres/global-setup.ts'],
  },
});
