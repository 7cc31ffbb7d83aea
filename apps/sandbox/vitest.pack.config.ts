import base from '../../vitest.base.ts';

/** Tests of the packed tool, for `pnpm check:pack`. They install packages from the registry. */
export default {
  test: {
    ...base.test,
    include: ['pack-test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['junit', { outputFile: 'test-results/pack.xml' }]],
  },
};
