import base from '../../vitest.base.ts';

/** Tests of the packed verifier, for `pnpm check:pack`. They install packages from the registry. */
export default {
  test: {
    ...base.test,
    include: ['pack-test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 600_000,
    fileParallelism: false, // the runtimes and the compiler each keep a core busy
    reporters: ['default', ['junit', { outputFile: 'test-results/pack.xml' }]],
  },
};
