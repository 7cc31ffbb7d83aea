// Runs every check of the repository, fast ones first: `pnpm check` and `.ci/run` both call this file.
// `--quick` leaves out the browser tests, the fork, the Shopify CLI, the packed sandbox and the packed verifier.
// The last line is `N passed, N failed`: the tests, plus one for each other step. Exits with 1 if anything failed.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = '{benchmarks,{apps,packages,tooling}/*}/test-results';
const STEPS = [
  { command: 'pnpm lint' },
  { command: 'pnpm check:repository' },
  { command: 'pnpm typecheck' },
  { command: 'pnpm build' },
  { command: 'pnpm test', quick: 'pnpm test:quick' },
  // Follows docs/fork.md on a copy, which must lint, type-check, build and pass its tests.
  { command: 'pnpm --filter @session-token/fork verify', isSlow: true },
  { command: 'pnpm check:shopify', isSlow: true },
  // Packs the sandbox, and runs it outside the repository on the oldest Node.js that it supports and on the pinned one.
  { command: 'pnpm --filter @session-token/sandbox check:pack', isSlow: true },
  // Packs the verifier, and runs it outside the repository on Node.js 20, 22 and 24, Bun, Deno and workerd.
  { command: 'pnpm --filter @session-token/token-verify check:pack', isSlow: true },
];

const isQuick = process.argv.includes('--quick');
for (const folder of globSync(RESULTS)) rmSync(folder, { recursive: true });

const results = STEPS.filter(({ isSlow }) => !isQuick || !isSlow).map(({ command, quick }) =>
  run(isQuick && quick ? quick : command),
);
for (const { command, seconds, passed } of results)
  console.log(`${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(4)} s  ${command}`);
summarize(results.filter(({ passed }) => !passed).length);

function run(command) {
  console.log(`\n=== ${command}`);
  const start = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  return { command, seconds: (performance.now() - start) / 1000, passed: status === 0 };
}

/** Adds up the JUnit reports of all packages and the steps. */
function summarize(failedSteps) {
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
  if (tests === 0) console.log('No test report was found.');
  const allFailed = failed + failedSteps + (tests === 0 ? 1 : 0);
  const passed = tests - failed - skipped + results.length - failedSteps;
  console.log(`${passed} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = allFailed > 0 ? 1 : 0;
}
