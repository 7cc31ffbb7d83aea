import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Runs the commands of docs/remove-loyalty.md on a copy of the repository, then the type check, the tests
 * and the build of all that they touch. Ends with 1 when anything fails. Deleted by those commands itself.
 */
const root = new URL('../../../..', import.meta.url).pathname;
const TOUCHED = ['packages/shared', 'packages/extension-client', 'apps/server', 'benchmarks'];

const copy = await mkdtemp(join(tmpdir(), 'without-loyalty-'));
try {
  await copyRepository();
  const guide = await readFile(join(root, 'docs/remove-loyalty.md'), 'utf8');
  run('sh', ['-e', '-c', firstShellBlock(guide)], copy);
  expectNoTrace();
  for (const folder of TOUCHED) runTool('tsc', ['--noEmit'], folder);
  for (const folder of ['packages/extension-client', 'apps/server']) runTool('vitest', ['run'], folder);
  runTool('tsdown', ['--log-level', 'warn'], 'apps/server');
  say('The guide holds: without loyalty, all type checks, tests and the build pass.');
} finally {
  await rm(copy, { recursive: true });
}

/** What git knows or would take, and the installed packages: as links where they are not ours. */
async function copyRepository(): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    await mkdir(join(copy, dirname(file)), { recursive: true });
    await cp(join(root, file), join(copy, file)).catch(ignoreDeleted);
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of [...TOUCHED, 'packages/token-verify', 'packages/token-issuer']) {
    const modules = join(folder, 'node_modules');
    await cp(join(root, modules), join(copy, modules), { recursive: true, verbatimSymlinks: true }).catch(
      ignoreDeleted,
    );
  }
}

function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function firstShellBlock(markdown: string): string {
  const block = /```sh\n(.*?)```/s.exec(markdown)?.[1];
  if (!block) throw new Error('docs/remove-loyalty.md has no commands');
  return block;
}

function expectNoTrace(): void {
  const folders = ['packages/shared/src', 'packages/extension-client/src', 'apps/server/src'];
  const { status, stdout } = spawnSync('grep', ['-rni', 'loyalty', ...folders], { cwd: copy });
  if (status !== 1) throw new Error(`left behind:\n${stdout}`); // grep ends with 1 when it finds nothing
}

/** Runs a tool of the folder's own package. */
function runTool(name: string, args: string[], folder: string): void {
  run(join(copy, folder, 'node_modules/.bin', name), args, join(copy, folder));
}

function run(command: string, args: string[], cwd: string): void {
  say(`${cwd.replace(copy, '.')}: ${[command.replace(copy, '.'), ...args].join(' ').split('\n', 1)[0]}`);
  execFileSync(command, args, { cwd, stdio: 'inherit' });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
