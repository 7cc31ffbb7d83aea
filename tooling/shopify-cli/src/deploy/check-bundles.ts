import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleExtension } from '@session-token/extension-bundler';
import { parse } from 'smol-toml';
import type { Configuration } from './configuration.ts';

/**
 * Builds every UI extension of the configuration with only `APP_URL`, and returns the problems: extensions that do not
 * build, and those that still read `process.env`. The CLI leaves unset variables in the bundle, where they throw, and
 * inlines the value of any other, including secrets.
 */
export async function checkBundles(
  { root, content }: Pick<Configuration, 'root' | 'content'>,
  appUrl: string,
): Promise<string[]> {
  const problems: string[] = [];
  for (const manifest of findManifests(root, content.extension_directories)) {
    const directory = join(manifest, '..');
    if (!isUiExtension(manifest)) continue;
    const outcome = await bundleExtension({ directory, env: { APP_URL: appUrl } });
    const found = outcome.ok
      ? variablesIn(outcome.bundle.code).map((variable) => `reads ${variable}`)
      : outcome.problems.map(({ text }) => text);
    problems.push(...found.map((problem) => `${relative(root, directory)} ${problem}`));
  }
  return problems;
}

/** Finds the manifests where the CLI looks: in the configured folders, by default `extensions/*`. */
function findManifests(root: string, directories: unknown): string[] {
  const patterns = Array.isArray(directories) && directories.length > 0 ? directories : ['extensions/*'];
  const files = patterns.map((pattern) => `${pattern}/*.extension.toml`);
  return globSync(files, { cwd: root, exclude: ['**/node_modules/**'] }).map((file) => join(root, file));
}

/** Whether the manifest is of a UI extension. An unreadable one counts, so that its problem is reported. */
function isUiExtension(manifest: string): boolean {
  try {
    const { extensions, type } = parse(readFileSync(manifest, 'utf8'));
    const types = Array.isArray(extensions) ? extensions.map((entry) => Object(entry).type) : [type];
    return types.includes('ui_extension') || types.includes(undefined);
  } catch {
    return true;
  }
}

/** Returns `process.env.NAME`, and every other expression that reads the environment, which a worker does not have. */
const variablesIn = (code: string): string[] => [
  ...new Set(code.match(/\bprocess(?:\?\.|\.)env\b(?:\.\w+)?|\bprocess\[/g) ?? []),
];
