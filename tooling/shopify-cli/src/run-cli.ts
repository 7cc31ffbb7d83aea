import { spawn } from 'node:child_process';
import { bringShopifyCli } from './pinned-cli.ts';
import { ROOT } from './repository.ts';

export interface CliRun {
  /** Default: the root of the repository. */
  cwd?: string;
  /** Default: the environment of this process. */
  env?: NodeJS.ProcessEnv;
}

/** Runs the pinned Shopify CLI in this terminal and resolves with its exit code. */
export async function runShopifyCli(args: readonly string[], options: CliRun = {}): Promise<number> {
  const { cwd = ROOT, env = process.env } = options;
  const entry = await bringShopifyCli();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd, env, stdio: 'inherit' });
    // The CLI ends what it started, and itself; then this process ends with its exit code.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
