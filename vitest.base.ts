/** Test settings of every package, with time limits for a busy machine, and a JUnit report that `pnpm check` sums up. */
export default {
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]] as [
      string,
      [string, { outputFile: string }],
    ],
  },
};
