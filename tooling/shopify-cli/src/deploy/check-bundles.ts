import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleExtension } from '@session-token/extension-bundler';
import { parse } from 'smol-toml';
import type { Configuration } from './configuration.ts';

/**
 * Builds every UI extension of the configuration with `APP_URL` alone, and returns what must not be released: an
 * extension that does not build, and one that still reads `process.env`. The CLI would leave a variable that is not
 * set in the bundle, where it throws, and would put the value of any other, secrets included, into the bundle.
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

/** By the patterns that the CLI looks in; `extensions/*` unless the configuration names others. */
function findManifests(root: string, directories: unknown): string[] {
  const patterns = Array.isArray(directories) && directories.length > 0 ? directories : ['extensions/*'];
  const files = patterns.map((pattern) => `${pattern}/*.extension.toml`);
  return globSync(files, { cwd: root, exclude: ['**/node_modules/**'] }).map((file) => join(root, file));
}

/** A manifest that cannot be read counts as one, so that its problem is reported. */
function isUiExtension(manifest: string): boolean {
  try {
    const { extensions, type } = parse(readFileSync(manifest, 'utf8'));
    const types = Array.isArray(extensions) ? extensions.map((entry) => Object(entry).type) : [type];
    return types.includes('ui_extension') || types.includes(undefined);
  } catch {
    return true;
  }
}

/** `process.env.NAME`, or what else reads the environment of a process that a worker does not have. */
const variablesIn = (code: string): string[] => [
  ...new Set(code.match(/\bprocess(?:\?\.|\.)env\b(?:\.\w+)?|\bprocess\[/g) ?? []),
];
