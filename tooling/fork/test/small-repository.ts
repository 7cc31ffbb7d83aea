import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitAll } from '../src/verify/copy.ts';

/** A repository of these files, committed. Deleted when it goes out of scope. */
export function createRepository(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'small-repository-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  commitAll(root);
  return { root, write, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}
