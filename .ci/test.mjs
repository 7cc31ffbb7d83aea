// Runs all tests: those without a browser first, then the browser suite, which needs all cores for itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const turbo = fileURLToPath(new URL('turbo.mjs', import.meta.url));
const SUITES = ['test', 'e2e'];
const statuses = SUITES.map(
  (task) =>
    spawnSync(process.execPath, [turbo, 'run', task, '--continue=always'], { stdio: 'inherit' }).status,
);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
