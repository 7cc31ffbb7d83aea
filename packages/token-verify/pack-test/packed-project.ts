import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));

/** A folder outside the repository, in which the packed package is installed as a stranger would. */
export interface PackedProject {
  folder: string;
  tarball: string;
  /** The unpacked tarball. */
  package: string;
  write(path: string, text: string): void;
  /** Runs a program to its end. Returns its output, or throws with it. */
  run(command: string, args: string[]): Promise<string>;
  remove(): void;
}

/** Builds and packs the package, and installs it with npm, together with other packages. */
export async function createPackedProject(others: readonly string[] = []): Promise<PackedProject> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-verifier-')));
  const run = async (command: string, args: string[], cwd = folder) => {
    try {
      const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, maxBuffer: 2 ** 26 });
      return stdout + stderr;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
    }
  };
  // pnpm, because npm does not know `catalog:` and `publishConfig.exports`.
  await run('pnpm', ['pack', '--pack-destination', folder], PACKAGE);
  const tarball = globSync(join(folder, '*.tgz'))[0]!;
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball, ...others]);
  return {
    folder,
    tarball,
    package: join(folder, 'node_modules/@session-token/token-verify'),
    write(path, text) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

/** Returns `name@version` of packages that this package is developed with. */
export const installedPackages = (...names: string[]): string[] =>
  names.map((name) => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'node_modules', name, 'package.json'), 'utf8'));
    return `${name}@${version}`;
  });
