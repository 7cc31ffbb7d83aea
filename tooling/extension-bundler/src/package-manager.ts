import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How the developer of an extension installs packages. */
export interface PackageManager {
  /** The folder to install in: the package's, or the root of its workspace. */
  directory: string;
  /** The folder of the extension's package.json, to add packages in. */
  packageDirectory: string;
  /** Such as `yarn install`. */
  install: string;
  /** The command that adds packages, such as `yarn add`. */
  add: string;
}

/** Files that only one package manager writes or reads. */
const MARKERS: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm',
  'pnpm-workspace.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
};

/** Finds the package manager by the nearest lockfile, `packageManager` in a package.json, or workspace. Default: npm. */
export function packageManagerOf(directory: string): PackageManager {
  const folders = foldersUpTo(directory);
  const own = folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? directory;
  for (const folder of folders) {
    const marker = Object.keys(MARKERS).find((name) => existsSync(join(folder, name)));
    const name = marker ? MARKERS[marker]! : (nameIn(folder) ?? (isWorkspace(folder) ? 'npm' : undefined));
    if (name === undefined) continue;
    return {
      // A lockfile further up covers the package only if that folder is a workspace.
      directory: folder === own || isWorkspace(folder) ? folder : own,
      packageDirectory: own,
      install: `${name} install`,
      add: name === 'npm' ? 'npm install' : `${name} add`,
    };
  }
  return { directory: own, packageDirectory: own, install: 'npm install', add: 'npm install' };
}

/** Whether the package.json files of the folder and of its parents list the package. */
export const isDeclared = (name: string, directory: string): boolean =>
  foldersUpTo(directory).some((folder) => {
    const content = readPackage(folder);
    return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].some((field) =>
      Object.hasOwn(Object(content?.[field]), name),
    );
  });

/** Returns the installed package's version; `undefined` if it is not installed. */
export function installedVersion(name: string, directory: string): string | undefined {
  for (const folder of foldersUpTo(directory)) {
    const version = readPackage(join(folder, 'node_modules', name))?.version;
    if (typeof version === 'string') return version;
  }
  return undefined;
}

/** Returns the folder and its parents, nearest first, up to the root of its repository. */
function foldersUpTo(directory: string): string[] {
  const folders = [directory];
  for (let folder = directory; !existsSync(join(folder, '.git')) && folder !== dirname(folder); ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

function nameIn(folder: string): string | undefined {
  const content = readPackage(folder);
  const [, name] = /^(npm|pnpm|yarn|bun)@/.exec(String(content?.packageManager)) ?? [];
  return name;
}

const isWorkspace = (folder: string) =>
  existsSync(join(folder, 'pnpm-workspace.yaml')) || readPackage(folder)?.workspaces !== undefined;

function readPackage(folder: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
