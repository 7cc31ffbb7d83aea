import { execFileSync } from 'node:child_process';

/**
 * Calls `onGone` when the package manager that started this process is gone, and its shell with it:
 * `npx pnpm start` is a chain of three processes, and who ends the first means them all. A process
 * that was started directly outlives its parent, as `nohup` and `disown` have it.
 */
export function watchLaunchers(onGone: () => void): void {
  const launchers = findLaunchers();
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/** The process ids of npx, pnpm and their shells above this process; none where `ps` is missing. */
function findLaunchers(): number[] {
  const processes = new Map<number, { parent: number; command: string }>();
  try {
    const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for (const row of table.split('\n')) {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
      if (pid && parent && command) processes.set(Number(pid), { parent: Number(parent), command });
    }
  } catch {
    return [];
  }
  const launchers: number[] = [];
  for (let pid = process.ppid; ; ) {
    const entry = processes.get(pid);
    if (!entry || !isLauncher(entry.command)) return launchers;
    launchers.push(pid);
    pid = entry.parent;
  }
}

/** `node …/pnpm.cjs start`, `npm exec pnpm start`, `sh -c node apps/sandbox/src/main.ts`. */
const isLauncher = (command: string) =>
  /(^|[\s/])(npx|npm|pnpm)([\s.-]|$)/.test(command) || /^\S*sh -c /.test(command);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
