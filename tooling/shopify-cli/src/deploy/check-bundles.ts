import { join, relative } from 'node:path';
import { bundleExtension, discoverExtensions } from '@session-token/extension-bundler';
import type { Configuration } from './configuration.ts';

/**
 * Builds every UI extension of the configuration with only `APP_URL`, and returns the problems: extensions that do not
 * build, and those that still read `process.env`. The CLI leaves unset variables in the bundle, where they throw, and
 * inlines the value of any other, including secrets.
 */
export async function checkBundles(
  { root, file }: Pick<Configuration, 'root' | 'file'>,
  appUrl: string,
): Promise<string[]> {
  const problems: string[] = [];
  const { extensions } = await discoverExtensions(join(root, file));
  for (const { source, handle } of extensions) {
    const outcome = await bundleExtension({ ...source, env: { APP_URL: appUrl } });
    const found = outcome.ok
      ? variablesIn(outcome.bundle.code).map((variable) => `reads ${variable}`)
      : outcome.problems.map(({ text }) => text);
    const name = [relative(root, source.directory), ...(handle ? [handle] : [])].join(' ');
    problems.push(...found.map((problem) => `${name} ${problem}`));
  }
  return problems;
}

/** Returns `process.env.NAME`, and every other expression that reads the environment, which a worker does not have. */
const variablesIn = (code: string): string[] => [
  ...new Set(code.match(/\bprocess(?:\?\.|\.)env\b(?:\.\w+)?|\bprocess\[/g) ?? []),
];
