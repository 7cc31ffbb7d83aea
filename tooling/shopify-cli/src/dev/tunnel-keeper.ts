/**
 * Runs the tunnel program for as long as this process's stdin is open. The parent holds the other end, so the
 * tunnel ends with the parent, even when the parent is killed and cannot clean up.
 */
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const tunnel = spawn(program!, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const stop = () => tunnel.kill('SIGKILL');

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
tunnel.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
tunnel.once('exit', (code) => process.exit(code ?? 1));
