import type { ChildProcess } from 'node:child_process';

const PARENT_CHECK_MS = 500;

/**
 * Ends a child with this process: on a signal, when this process fails, and when its own parent is gone.
 * The child may take its time to end what it started. Returns a function that undoes this.
 */
export function endTogether(child: ChildProcess): () => void {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS);
  watch.unref();
  const onSignal = (signal: NodeJS.Signals) => void child.kill(signal);
  const onExit = () => void child.kill('SIGTERM');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  process.once('exit', onExit);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, onSignal);
    process.off('exit', onExit);
  };
}
