/**
 * Makes a fork out of a copy of this repository, as docs/fork.md tells, and runs what a fork would run next:
 * lint, type check, build, and the tests of all that was changed but for those in a browser. Ends with 1 when anything fails.
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
const OLD_SCOPE = `${ownPackage.name.split('/')[0]}/`;

const copy = copyRepository(ROOT);
try {
  expectOutcome(0, '--name', 'proof-of-fork', ...removing(FEATURES));
  expectOutcome(1, '--remove', 'fork'); // not committed yet
  commitAll(copy);
  expectOutcome(0, '--name', 'proof-of-fork'); // said again, it does nothing
  for (const feature of FEATURES) expectOutcome(1, '--remove', feature);
  expectNothingToCommit();
  run('pnpm', '--filter', './tooling/repository-checks', 'test'); // of the documents, the fork's own guide among them
  expectOutcome(0, '--remove', 'fork');
  commitAll(copy);

  for (const word of [OLD_SCOPE, ...FEATURES, 'tooling/fork']) expectNoTrace(word);
  run('pnpm', 'lint');
  run('pnpm', 'exec', 'turbo', 'run', 'typecheck', 'build', ...OUTPUT);
  run(
    'pnpm',
    'exec',
    'turbo',
    'run',
    'test',
    ...packagesNaming(FEATURES).map((folder) => `--filter=./${folder}`),
    ...OUTPUT,
  );
  say('The fork holds: what remains lints, type checks, builds and passes its tests.');
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The packages that had to be changed, since they name one of the features; and the one that checks the documents. */
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

/** Runs the tool as a person would, by the pinned Node. */
function expectOutcome(exitCode: 0 | 1, ...args: string[]): void {
  say(`pnpm fork ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['tooling/fork/src/main.ts', ...args], {
    cwd: copy,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== exitCode) throw new Error(`ended with ${status}, where ${exitCode} was expected`);
}

function expectNothingToCommit(): void {
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: copy, encoding: 'utf8' });
  if (changes) throw new Error(`changed what it should have left alone:\n${changes}`);
}

/** The README has to be true at once. Other documents are for people to revise: the tool names those that still speak of a part. */
function expectNoTrace(word: string): void {
  const { status, stdout } = spawnSync(
    'git',
    ['grep', '-inF', word, '--', '.', ':!*/*.md', ':!SECURITY.md'],
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

function say(line: string): void {
  process.stdout.write(`\n> ${line}\n`);
}
