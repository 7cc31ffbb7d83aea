import base from '../../vitest.base.ts';

export default {
  test: {
    ...base.test,
    testTimeout: 30_000, // the fuzz tests take seconds, more on a busy machine
    clearMocks: true, // calls of jose are counted by test
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/index.ts', 'src/verified-token.ts'], // no code of their own
      reporter: ['text'],
      thresholds: { 100: true },
    },
  },
};
