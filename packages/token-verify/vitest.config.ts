import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]],
    coverage: {
      include: ['src/**'],
      reporter: ['text'],
      thresholds: { 100: true },
    },
  },
});
