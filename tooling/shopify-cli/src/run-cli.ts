import { spawn } from 'node:child_process';
import { endTogether } from './end-together.ts';
import { ensureShopifyCli } from './pinned-cli.ts';
import { ROOT } from './repository.ts';

export interface CliRun {
  /** Default: the root of the repository. */
  cwd?: string;
  /** Default: the environment of this process. */
  env?: NodeJS.ProcessEnv;
}

/** Runs the pinned Shopify CLI in this terminal and resolves to its exit code. */
export async function runShopifyCli(args: readonly string[], options: CliRun = {}): Promise<number> {
  const { cwd = ROOT, env = process.env } = options;
  const entry = await ensureShopifyCli();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd, env, stdio: 'inherit' });
    const release = endTogether(child);
    child.once('error', reject);
    child.once('exit', (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}
