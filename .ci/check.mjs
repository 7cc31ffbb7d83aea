// Runs every check of the repository, fast ones first: `pnpm check` and `.ci/run` both call this file.
// `--quick` leaves out the slow parts. `--part <name>` runs only these parts, so that CI can run them side by side.
// The last line is `N passed, N failed`: the tests, plus one for each other step. Exits with 1 if anything failed.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

const RESULTS = '{benchmarks,{apps,packages,tooling}/*}/test-results';
const STEPS = [
  { part: 'static', command: 'pnpm lint' },
  { part: 'static', command: 'pnpm check:repository' },
  { part: 'static', command: 'pnpm typecheck' },
  { part: 'static', command: 'pnpm build' },
  { part: 'units', command: 'pnpm test units' },
  { part: 'browser', command: 'pnpm test browser' },
  // Follows docs/fork.md on a copy, which must lint, type-check, build and pass its tests.
  { part: 'fork', command: 'pnpm --filter @session-token/fork verify' },
  { part: 'packages', command: 'pnpm check:shopify' },
  // Packs the sandbox, and runs it outside the repository on the oldest Node.js that it supports and on the pinned one.
  { part: 'packages', command: 'pnpm --filter @session-token/sandbox check:pack' },
  // Packs the verifier, and runs it outside the repository on Node.js 20, 22 and 24, Bun, Deno and workerd.
  { part: 'packages', command: 'pnpm --filter @session-token/token-verify check:pack' },
];
const PARTS = [...new Set(STEPS.map(({ part }) => part))];
const QUICK_PARTS = ['static', 'units'];

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, part: { type: 'string', multiple: true } },
});
const chosen = values.part ?? (values.quick ? QUICK_PARTS : PARTS);
const unknown = chosen.find((part) => !PARTS.includes(part));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${PARTS.join(', ')}.`);
  process.exit(2);
}
for (const folder of globSync(RESULTS)) rmSync(folder, { recursive: true });

const results = STEPS.filter(({ part }) => chosen.includes(part)).map(({ command }) => run(command));
for (const { command, seconds, passed } of results)
  console.log(`${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(4)} s  ${command}`);
summarize(
  results.filter(({ passed }) => !passed).length,
  chosen.some((part) => ['units', 'browser'].includes(part)),
);

function run(command) {
  console.log(`\n=== ${command}`);
  const start = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  return { command, seconds: (performance.now() - start) / 1000, passed: status === 0 };
}

/** Adds up the JUnit reports of all packages and the steps. */
function summarize(failedSteps, hasTests) {
  let tests = 0;
  let failed = 0;
  let skipped = 0;
  for (const report of globSync(`${RESULTS}/*.xml`).toSorted()) {
    const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
    // vitest and Playwright agree on the attributes of <testsuite>, not on those of the root element.
    for (const [suite] of readFileSync(report, 'utf8').matchAll(/<testsuite [^>]*>/g)) {
      for (const name of Object.keys(counts))
        counts[name] += Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    }
    tests += counts.tests;
    failed += counts.failures + counts.errors;
    skipped += counts.skipped;
  }
  const isReportMissing = hasTests && tests === 0;
  if (isReportMissing) console.log('No test report was found.');
  const allFailed = failed + failedSteps + (isReportMissing ? 1 : 0);
  const passed = tests - failed - skipped + results.length - failedSteps;
  console.log(`${passed} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = allFailed > 0 ? 1 : 0;
}
