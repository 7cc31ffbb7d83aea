import type { ChildProcess } from 'node:child_process';

const PARENT_CHECK_MS = 500;

/**
 * Ends a child together with this process: on a signal, if this process fails, and when this process's parent ends.
 * The child has time to shut down. Returns a function that undoes this.
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
