/**
 * Runs Turborepo without telemetry and without its notice about that. turbo.json has no such setting. Lets the many
 * processes of the tests share the code that Node has compiled.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const turbo = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));
const compiled = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));
const { status } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: compiled },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
