import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const AUTHOR = [
  '-c',
  'user.name=Verification',
  '-c',
  'user.email=verification@example.com',
  '-c',
  'commit.gpgsign=false',
];

/** Copies all tracked and untracked, not ignored files to a new repository, and commits them. The caller deletes it. */
export function copyRepository(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'fork-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((path) => path && existsSync(join(root, path)))) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  commitAll(copy);
  return copy;
}

export function commitAll(repository: string): void {
  execFileSync('git', ['add', '--all'], { cwd: repository });
  execFileSync('git', [...AUTHOR, 'commit', '--quiet', '--no-verify', '--message', 'Verification step'], {
    cwd: repository,
  });
}
