/** Test settings of every package, with time limits for a busy machine, and a JUnit report that `pnpm check` sums up. */
export default {
  test: {
    // One worker runs all files of a package: starting and importing for each file took a third of the time.
    isolate: false,
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
