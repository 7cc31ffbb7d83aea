// Adds up the JUnit reports of all packages and the steps of .ci/run: `node .ci/summary.mjs <passed steps> <failed steps>`.
// Prints `N passed, N failed` as its last line and exits with 1 when anything failed or no test ran.
import { globSync, readFileSync } from 'node:fs';

const [passedSteps = 0, failedSteps = 0] = process.argv.slice(2).map(Number);
let tests = 0;
let failed = 0;
let skipped = 0;

for (const report of globSync('{apps,packages,tooling}/*/test-results/*.xml').toSorted()) {
  const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  // A suite a line; the sum over suites is what both vitest and Playwright agree on.
  for (const [suite] of readFileSync(report, 'utf8').matchAll(/<testsuite [^>]*>/g)) {
    for (const name of Object.keys(counts))
      counts[name] += Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  }
  console.log(
    `${report}: ${counts.tests} tests, ${counts.failures + counts.errors} failed, ${counts.skipped} skipped`,
  );
  tests += counts.tests;
  failed += counts.failures + counts.errors;
  skipped += counts.skipped;
}
if (tests === 0) console.log('No test report was found.');

const allFailed = failed + failedSteps + (tests === 0 ? 1 : 0);
const skippedNote = skipped > 0 ? `, ${skipped} skipped` : '';
console.log(`${tests - failed - skipped + passedSteps} passed, ${allFailed} failed${skippedNote}`);
process.exitCode = allFailed > 0 ? 1 : 0;
