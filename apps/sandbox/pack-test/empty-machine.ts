import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A folder that knows nothing of this repository: an empty home, and only Node.js and npm on the PATH. */
export interface EmptyMachine {
  folder: string;
  home: string;
  /** Runs a program of the PATH to its end. */
  run(command: string, args: string[], cwd: string, env?: Record<string, string>): Promise<Ended>;
  /** Starts a program of the PATH. `stop` ends all that are still running. */
  start(command: string, args: string[], cwd: string): ChildProcess;
  /** Ends the programs and deletes the folder. */
  remove(): Promise<void>;
}

interface Ended {
  code: number;
  output: string;
}

/** Programs that npm and the sandbox start. Git and pnpm are not among them. */
const PROGRAMS = ['npm', 'npx', 'sh', 'ps'];

export function createEmptyMachine(node: string): EmptyMachine {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-sandbox-')));
  const [bin, home] = [join(folder, 'bin'), join(folder, 'home')];
  for (const path of [bin, home]) mkdirSync(path);
  symlinkSync(node, join(bin, 'node'));
  for (const name of PROGRAMS) {
    const path = findProgram(name);
    if (path) symlinkSync(path, join(bin, name));
  }
  const environment = { PATH: bin, HOME: home, TMPDIR: folder, ...registrySettings() };
  const running: ChildProcess[] = [];
  return {
    folder,
    home,
    async run(command, args, cwd, env = {}) {
      const options = { cwd, env: { ...environment, ...env } };
      try {
        const { stdout, stderr } = await promisify(execFile)(join(bin, command), args, options);
        return { code: 0, output: stdout + stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, output: stdout + stderr };
      }
    },
    start(command, args, cwd) {
      const child = spawn(join(bin, command), args, {
        cwd,
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.push(child);
      return child;
    },
    async remove() {
      for (const child of running) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

const findProgram = (name: string): string | undefined =>
  process.env
    .PATH!.split(delimiter)
    .map((folder) => join(folder, name))
    .filter(existsSync)
    .map((path) => realpathSync(path))[0];

/** The settings with which npm reaches its registry: the user's, this machine's, and more certificates. */
function registrySettings(): Record<string, string> {
  const { NODE_EXTRA_CA_CERTS } = process.env;
  // npm looks for this file next to Node.js, but the test uses another Node.js.
  const globalConfig = join(findProgram('npm')!, '../../../../../etc/npmrc');
  return {
    npm_config_userconfig: execFileSync('npm', ['config', 'get', 'userconfig'], { encoding: 'utf8' }).trim(),
    npm_config_update_notifier: 'false',
    ...(existsSync(globalConfig) && { npm_config_globalconfig: globalConfig }),
    ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }),
  };
}
