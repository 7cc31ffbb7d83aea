import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readToml } from './toml-file.ts';

/** The app that an extension belongs to, from the nearest `shopify.app.toml` above it. No value is a secret. */
export interface AppConfig {
  /** The app's root folder. */
  root: string;
  /** Absolute path of the TOML file. */
  file: string;
  name?: string;
  clientId?: string;
  /** The app's address as written: may be a placeholder, or a tunnel that no longer exists. */
  applicationUrl?: string;
}

/** An app's folders of extensions, as glob patterns relative to its root. */
export interface AppLayout extends AppConfig {
  extensionDirectories: readonly string[];
}

const DEFAULT_FILE = 'shopify.app.toml';
const APP_FILE = /^shopify\.app(\.[-\w]+)?\.toml$/;

/**
 * Reads the app of an extension: the given TOML file, or the one of the nearest folder that has one.
 * @throws BundleProblemError if the file is not TOML
 */
export async function findApp(directory: string, appFile?: string): Promise<AppConfig | undefined> {
  const file = appFile ?? appFileIn(findAppRoot(directory) ?? directory);
  if (file === undefined) return undefined;
  const { extensionDirectories: _, ...app } = await readApp(file);
  return app;
}

/** Returns the folder, or its nearest parent, that has an app's TOML file. */
export function findAppRoot(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (appFileIn(folder) !== undefined) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Reads an app's TOML file. Throws a BundleProblemError if it is not TOML. */
export async function readApp(file: string): Promise<AppLayout> {
  const { document } = await readToml(file);
  const facts = {
    name: document.name,
    clientId: document.client_id,
    applicationUrl: document.application_url,
  };
  const patterns = document.extension_directories;
  return {
    root: dirname(file),
    file,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value && typeof value === 'string')),
    extensionDirectories:
      Array.isArray(patterns) && patterns.length > 0 ? patterns.map(String) : ['extensions/*'],
  };
}

/** Returns the path of `shopify.app.toml` in a folder, or of its first other `shopify.app.*.toml`. */
export function appFileIn(folder: string): string | undefined {
  const names = globSync('shopify.app*.toml', { cwd: folder })
    .filter((name) => APP_FILE.test(name))
    .toSorted();
  const name = names.find((candidate) => candidate === DEFAULT_FILE) ?? names[0];
  return name && join(folder, name);
}

/** Whether the name is one of an app's TOML file. */
export const isAppFile = (name: string): boolean => APP_FILE.test(name);

/** The `.env` file that the CLI reads for an app file: `.env.staging` for `shopify.app.staging.toml`. */
export function envFileOf({ root, file }: Pick<AppConfig, 'root' | 'file'>): string {
  return join(root, basename(file, '.toml').replace('shopify.app', '.env'));
}
