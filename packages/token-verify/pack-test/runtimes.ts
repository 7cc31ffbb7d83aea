import { execFile } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installOnDemand } from '@session-token/on-demand-install';
import { build } from 'esbuild';
import type { SuiteResult } from './conformance/checks.ts';
import { mintRows } from './conformance/rows.ts';

const FOLDER = fileURLToPath(new URL('./runtimes/', import.meta.url));
const SUITE = fileURLToPath(new URL('./conformance/', import.meta.url));

interface Runtime {
  name: string;
  /** The program itself, not the script in `.bin`, which would outlive or orphan it. */
  command: string;
  /** Arguments that run the suite, in the folder that `writeSuite` wrote it to. */
  args: string[];
}

const installed = (path: string) => join(FOLDER, 'node_modules', path);

export const RUNTIMES: readonly Runtime[] = [
  { name: 'Node.js 20', command: installed('node-20/bin/node'), args: ['process.js'] },
  { name: 'Node.js 22', command: installed('node-22/bin/node'), args: ['process.js'] },
  { name: 'Node.js 24', command: process.execPath, args: ['process.js'] },
  { name: 'Bun', command: installed('bun/bin/bun.exe'), args: ['process.js'] },
  {
    name: 'Deno',
    command: installed('deno/deno'),
    args: ['run', '--no-remote', '--allow-read', 'process.js'],
  },
  { name: 'workerd', command: installed('workerd/bin/workerd'), args: ['test', 'worker.capnp'] },
];

export const runtimeCommand = (name: string): string =>
  RUNTIMES.find((runtime) => runtime.name === name)!.command;

/** `nodejs_compat` brings `node:crypto` and `node:buffer`, completely since this date. */
const WORKER_CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "suite", worker = .worker)]);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.bundle.js")],
  compatibilityDate = "2024-09-23",
  compatibilityFlags = ["nodejs_compat"],
);
`;

/** Downloads the runtimes at the first use. */
export const installRuntimes = () =>
  installOnDemand(FOLDER, 'Node.js 20 and 22, Bun, Deno and workerd (840 MB)');

/** Writes the suite to a project in which the package is installed. It imports the package, never its source. */
export async function writeSuite(project: string): Promise<void> {
  for (const file of ['process.js', 'worker.js']) copyFileSync(join(SUITE, file), join(project, file));
  writeFileSync(join(project, 'rows.json'), JSON.stringify(mintRows()));
  writeFileSync(join(project, 'worker.capnp'), WORKER_CONFIG);
  const options = { bundle: true, format: 'esm', target: 'es2022', absWorkingDir: project } as const;
  await build({
    ...options,
    entryPoints: [join(SUITE, 'suite.ts')],
    packages: 'external',
    outfile: join(project, 'suite.js'),
  });
  await build({
    ...options,
    entryPoints: [join(project, 'worker.js')],
    external: ['node:*'],
    conditions: ['workerd'],
    outfile: join(project, 'worker.bundle.js'),
  });
}

/** Runs the suite in one runtime. */
export async function runSuite(project: string, { command, args }: Runtime): Promise<SuiteResult> {
  return JSON.parse(
    (await run(command, args, project)).split('\n').find((line) => line.startsWith('{"passed"'))!,
  );
}

export async function versionOf({ command }: Runtime): Promise<string> {
  return /\d+\.\d+\.\d+|\d{4}-\d\d-\d\d/.exec(await run(command, ['--version'], FOLDER))![0];
}

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, maxBuffer: 2 ** 26 });
  return stdout + stderr;
}
