import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Links the packages under their new names, updates the lockfile, removes imports that only a removed part used, and
 * formats the changed files.
 */
export function installAndFormat(root: string): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  run('pnpm', 'install', '--no-frozen-lockfile', '--prefer-offline');
  const biome = (...args: string[]) =>
    run(join(root, 'node_modules/.bin/biome'), ...args, '--write', '--log-level=error');
  biome('lint', '--only=correctness/noUnusedImports', '--unsafe');
  biome('check', '--linter-enabled=false');
}
