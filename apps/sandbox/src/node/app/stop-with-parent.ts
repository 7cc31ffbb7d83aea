/**
 * Shuts the app's server down when the sandbox ends and closes its end of the pipe. Preloaded with `node --import`.
 */
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Reading stdin must not keep the process alive.
(process.stdin as typeof process.stdin & { unref?: () => void }).unref?.();
