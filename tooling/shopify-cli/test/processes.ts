import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs a module from its text. Resolves to the process, and to the process id that the module prints first. */
export async function runModule(text: string, env: NodeJS.ProcessEnv = {}) {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout! }))
    return { child, printedPid: Number(line) };
  throw new Error('The module printed nothing.');
}
