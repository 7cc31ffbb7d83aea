// Runs all tests: those without a browser first, then the browser suite, which needs all cores for itself.
// `pnpm test units` and `pnpm test browser` run one of the two.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const turbo = fileURLToPath(new URL('turbo.mjs', import.meta.url));
const TASKS = { units: 'test', browser: 'e2e' };

const [suite] = process.argv.slice(2);
if (suite !== undefined && !Object.hasOwn(TASKS, suite)) {
  console.error(`There is no suite "${suite}". Suites: ${Object.keys(TASKS).join(', ')}.`);
  process.exit(2);
}
const tasks = suite === undefined ? Object.values(TASKS) : [TASKS[suite]];
const statuses = tasks.map(
  (task) =>
    spawnSync(process.execPath, [turbo, 'run', task, '--continue=always'], { stdio: 'inherit' }).status,
);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
