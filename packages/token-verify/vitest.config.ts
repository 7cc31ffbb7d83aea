import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import base from '../../vitest.base.ts';

const { include, ...settings } = base.test;

/** Files that replace modules, which would leak into the other files of a worker. */
const MOCKING = globSync('test/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('),
);

export default {
  test: {
    ...settings,
    testTimeout: 30_000, // the fuzz tests take seconds, more on a busy machine
    clearMocks: true, // calls of jose are counted by test
    // A project inherits the settings of the root, and adds its own to a list.
    projects: [
      { test: { name: 'unit', include, exclude: MOCKING } },
      { test: { name: 'mocking', include: MOCKING, isolate: true } },
    ],
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/index.ts', 'src/verified-token.ts'], // no code of their own
      reporter: ['text'],
      thresholds: { 100: true },
    },
  },
};
