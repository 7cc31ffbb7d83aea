/**
 * Preloaded into the app's server (`node --import`). However the sandbox ends, its end of this pipe closes, and the
 * server shuts down.
 */
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Reading stdin must not keep the process alive.
(process.stdin as typeof process.stdin & { unref?: () => void }).unref?.();
