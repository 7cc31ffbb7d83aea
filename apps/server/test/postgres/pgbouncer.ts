import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenLogged } from '../when-logged.ts';
import { freePort } from './free-port.ts';
import type { Pooler } from './transaction-pooler.ts';

/** Starts PgBouncer, which `.ci/run` installs, in transaction mode, otherwise with its defaults. */
export async function startPgBouncer(program: string, serverUrl: string): Promise<Pooler> {
  const { hostname, port, username } = new URL(serverUrl);
  const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'));
  const file = join(folder, 'pgbouncer.ini');
  const listenPort = await freePort();
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${port} user=${username}
[pgbouncer]
pool_mode = transaction
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
`,
  );
  await chmod(folder, 0o755);
  const runAs = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}; // PgBouncer does not run as root
  const child = spawn(program, [file], { ...runAs, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  await whenLogged(child, child.stderr, 'process up');
  return {
    urlOf(databaseUrl) {
      const url = new URL(databaseUrl);
      url.host = `127.0.0.1:${listenPort}`;
      return url.href;
    },
    async stop() {
      child.kill('SIGKILL');
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}
