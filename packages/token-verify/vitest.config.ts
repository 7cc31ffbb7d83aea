import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]],
    coverage: {
      include: ['src/**'],
      exclude: ['src/index.ts', 'src/verified-token.ts'], // no code of their own
      reporter: ['text'],
      thresholds: { 100: true },
    },
  },
});
