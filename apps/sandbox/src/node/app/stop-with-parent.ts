/**
 * Preloaded into the app's server (`node --import`): when the sandbox is gone, however it ended, its
 * end of this pipe closes, and the server goes too.
 */
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Reading must not keep a server running that has nothing else to do.
(process.stdin as typeof process.stdin & { unref?: () => void }).unref?.();
