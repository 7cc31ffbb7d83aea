import { execFileSync } from 'node:child_process';

const CHECK_INTERVAL_MS = 500;

/**
 * Calls `onGone` when one of the package managers or shells that started this process has ended. `npx pnpm start`
 * is a chain of three processes, and a signal to the first may not reach the last. A sandbox that was started
 * directly survives its parent, as `nohup` and `disown` expect.
 */
export function watchParents(onGone: () => void): void {
  const parents = findParents();
  if (parents.length === 0) return;
  const timer = setInterval(() => {
    if (parents.every(isRunning)) return;
    clearInterval(timer);
    onGone();
  }, CHECK_INTERVAL_MS);
  timer.unref();
}

/** Returns the process ids of the npx, pnpm and shell processes above this one; none without `ps`. */
function findParents(): number[] {
  const processes = readProcessTable();
  const parents: number[] = [];
  for (let pid = process.ppid; ; ) {
    const entry = processes.get(pid);
    if (!entry || !isPackageManager(entry.command)) return parents;
    parents.push(pid);
    pid = entry.parent;
  }
}

function readProcessTable(): Map<number, { parent: number; command: string }> {
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
    // Without `ps`, only a signal ends the sandbox.
  }
  return processes;
}

/** Matches `node …/pnpm.cjs start`, `npm exec pnpm start` and `sh -c node apps/sandbox/start.js`. */
const isPackageManager = (command: string) =>
  /(^|[\s/])(npx|npm|pnpm)([\s.-]|$)/.test(command) || /^\S*sh -c /.test(command);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
