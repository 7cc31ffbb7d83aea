import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Links the packages under their new names, updates the lockfile, and formats the changed files. */
export function installAndFormat(root: string): void {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  run('pnpm', 'install', '--no-frozen-lockfile', '--prefer-offline');
  run(
    join(root, 'node_modules/.bin/biome'),
    'check',
    '--write',
    '--linter-enabled=false',
    '--log-level=error',
  );
}
