/**
 * `pnpm --filter ./tooling/fork verify`: makes a fork from a copy of this repository as docs/fork.md describes, then
 * lints, type-checks, builds and tests the changed packages (without browser tests). Exits with 1 if anything fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ownPackage from '../../package.json' with { type: 'json' };
import { REMOVALS } from '../removals/index.ts';
import { commitAll, copyRepository } from './copy.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const OUTPUT = ['--continue', '--output-logs=errors-only'];
const FEATURES = Object.keys(REMOVALS).filter((part) => part !== 'fork');
const CONTACT = ['--security-contact', 'security@example.com'];
const OLD_SCOPE = `${ownPackage.name.split('/')[0]}/`;

const copy = copyRepository(ROOT);
try {
  expectOutcome(0, '--name', 'verified-fork', ...CONTACT, ...removing(FEATURES));
  expectOutcome(1, '--remove', 'fork'); // not committed yet
  commitAll(copy);
  expectOutcome(0, '--name', 'verified-fork', ...CONTACT); // idempotent
  for (const feature of FEATURES) expectOutcome(1, '--remove', feature);
  expectNothingToCommit();
  run('pnpm', '--filter', './tooling/repository-checks', 'test'); // checks the documents, including the fork guide
  expectOutcome(0, '--remove', 'fork');
  commitAll(copy);

  for (const word of [OLD_SCOPE, ...FEATURES, 'tooling/fork', '/fork verify', ', fork]']) expectNoTrace(word);
  run('pnpm', 'lint');
  turbo('typecheck', 'build');
  turbo('test', ...packagesNaming(FEATURES).map((folder) => `--filter=./${folder}`));
  say('The fork lints, type-checks, builds and passes its tests.');
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Returns the packages that name one of the features, and the package that checks the documents. */
function packagesNaming(features: readonly string[]): string[] {
  const patterns = features.flatMap((feature) => ['-e', feature]);
  const found = spawnSync('git', ['grep', '-ilF', ...patterns, '--', 'apps', 'packages', 'tooling'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const folders = found.stdout
    .split('\n')
    .filter(Boolean)
    .map((path) => path.split('/').slice(0, 2).join('/'));
  return [...new Set([...folders, 'tooling/repository-checks'])].filter(
    (folder) => folder !== 'tooling/fork',
  );
}

function removing(parts: readonly string[]): string[] {
  return parts.flatMap((part) => ['--remove', part]);
}

/** Runs the tool with the pinned Node, and checks its exit code. */
function expectOutcome(exitCode: 0 | 1, ...args: string[]): void {
  say(`pnpm fork ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['tooling/fork/src/main.ts', ...args], {
    cwd: copy,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== exitCode) throw new Error(`exited with ${status}; expected ${exitCode}`);
}

function expectNothingToCommit(): void {
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: copy, encoding: 'utf8' });
  if (changes) throw new Error(`changed files that it should not:\n${changes}`);
}

/** Checks code and README only: people revise the other documents and their pictures, and the tool lists those that mention the part. */
function expectNoTrace(word: string): void {
  const { status, stdout } = spawnSync(
    'git',
    ['grep', '-inF', word, '--', '.', ':!*/*.md', ':!docs/*.svg', ':!SECURITY.md'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  if (status !== 1) throw new Error(`${word} was left behind:\n${stdout}`); // git grep ends with 1 when it finds nothing
}

function run(command: string, ...args: string[]): void {
  say([command, ...args].join(' '));
  execFileSync(command, args, { cwd: copy, stdio: ['ignore', 'inherit', 'inherit'] });
}

function turbo(...args: string[]): void {
  run('node', '.ci/turbo.mjs', 'run', ...args, ...OUTPUT);
}

function say(line: string): void {
  process.stdout.write(`\n> ${line}\n`);
}
