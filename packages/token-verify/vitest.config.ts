import base, { isolateFilesWith } from '../../vitest.base.ts';

const { include: _, ...settings } = base.test;

export default {
  test: {
    ...settings,
    testTimeout: 30_000, // the fuzz tests take seconds, more on a busy machine
    clearMocks: true, // calls of jose are counted by test
    projects: isolateFilesWith('vi.mock(', import.meta.dirname),
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/index.ts', 'src/verified-token.ts'], // no code of their own
      reporter: ['text'],
      thresholds: { 100: true },
    },
  },
};
