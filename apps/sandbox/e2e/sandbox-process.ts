import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const PACKAGE = fileURLToPath(new URL('../', import.meta.url));

/** A sandbox for one test only. */
export interface SandboxProcess {
  /** The printed URL, with the key. */
  url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `pnpm start` with these arguments, and waits until it is ready. */
export async function startSandbox(...args: string[]): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: PACKAGE,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const printed = /Sandbox ready at (http:\S+)\s/.exec(output)?.[1];
      if (printed) resolve(printed);
    });
    child.once('exit', () => reject(new Error(`The sandbox ended before it was ready:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
