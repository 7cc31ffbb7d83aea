import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { type AppConfig, envFileOf } from './app-config.ts';
import type { BundleProblem } from './problem.ts';

/** Values that must not reach a buyer's browser. */
const SECRET_NAME = /SECRET|PASSWORD|PRIVATE/i;

export interface FilledVariables {
  /** Values to build in, by name. `undefined` replaces the expression with `undefined`. */
  values: Readonly<Record<string, string | undefined>>;
  warnings: readonly BundleProblem[];
}

export interface FillOptions {
  app: AppConfig | undefined;
  /** Values for variables that the app's `.env` does not set. */
  fallbacks: Readonly<Record<string, string>>;
}

/** Returns the names of the `process.env.NAME` expressions that remain in a bundle. */
export const unsetVariables = (code: string): string[] => [
  ...new Set([...code.matchAll(/\bprocess\.env\.([A-Za-z_$][\w$]*)/g)].map(([, name]) => name!)),
];

/**
 * Finds values for variables that an extension reads: from the app's `.env`, as the CLI does, then from `fallbacks`.
 * Withholds secrets, which the CLI would build into the script that buyers download.
 */
export async function fillVariables(
  names: readonly string[],
  { app, fallbacks }: FillOptions,
): Promise<FilledVariables> {
  const file = app && envFileOf(app);
  const env = file ? await readEnvFile(file) : {};
  const values: Record<string, string | undefined> = {};
  const warnings: BundleProblem[] = [];
  for (const name of names) {
    const isSecret = SECRET_NAME.test(name);
    const found = isSecret ? undefined : (ownValue(env, name) ?? ownValue(fallbacks, name));
    values[name] = found;
    if (isSecret) warnings.push({ text: describeSecret(name) });
    else if (ownValue(env, name) === undefined) warnings.push({ text: describeUnset(name, file, found) });
  }
  return { values, warnings };
}

const ownValue = (values: Readonly<Record<string, string | undefined>>, name: string) =>
  Object.hasOwn(values, name) ? values[name] : undefined;

const describeSecret = (name: string): string =>
  `process.env.${name} is undefined here. The Shopify CLI would build the value into the script that every buyer ` +
  'downloads: read secrets on the server only.';

function describeUnset(name: string, file: string | undefined, fallback: string | undefined): string {
  const place = file ? `not set in ${file}` : 'not set: there is no shopify.app.toml above the extension';
  const here = fallback === undefined ? 'undefined here' : "the sandbox's own value here";
  return `process.env.${name} is ${place}. It is ${here}; on Shopify's pages, reading it throws.`;
}

async function readEnvFile(file: string): Promise<Record<string, string | undefined>> {
  try {
    return parseEnv(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
