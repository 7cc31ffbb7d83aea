/** Test settings of every package: a JUnit report for the summary of `pnpm check`. */
export default {
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]] as [
      string,
      [string, { outputFile: string }],
    ],
  },
};
