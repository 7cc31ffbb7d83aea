import { spawn } from 'node:child_process';

export interface StallLimitedRun {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** The program is killed after this long without output. */
  stallMs: number;
  /** Called with each chunk of output. Default: the output is not shown. */
  onOutput?: (chunk: Buffer) => void;
}

/**
 * Runs a program and resolves to its output. Throws if it fails or stalls, because a blocked download can hang for
 * minutes.
 */
export function runUntilStalled(command: string, args: string[], options: StallLimitedRun): Promise<string> {
  return new Promise((resolve, reject) => {
    // A separate process group, so that its children (download workers) end with it.
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, detached });
    let output = '';
    let stalled = false;
    const end = () => {
      try {
        if (detached && child.pid) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // The program has ended.
      }
    };
    const onStall = () => {
      stalled = true;
      end();
    };
    const timer = setTimeout(onStall, options.stallMs);
    const onOutput = (chunk: Buffer) => {
      output += chunk;
      options.onOutput?.(chunk);
      timer.refresh();
    };
    process.once('exit', end);
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      if (code === 0) resolve(output);
      else if (stalled) reject(new Error(`no progress for ${options.stallMs / 1000} s`));
      else reject(new Error(lastLine(output) || `exit code ${code}`));
    });
  });
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)?.trim() ?? '';
