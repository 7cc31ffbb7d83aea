import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]],
    isolate: false, // each test makes its own app; to load Fastify anew for every file took a third of the time
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: ['test/bundle-setup.ts', 'test/postgres/global-setup.ts'],
  },
});
