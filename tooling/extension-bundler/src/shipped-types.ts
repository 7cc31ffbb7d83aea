import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The targets and versions for which the installed @shopify/ui-extensions has types. */
export interface ShippedTypes {
  /** Every target of every surface, sorted. */
  targets: readonly string[];
  /** API versions from the first one with `s-*` elements to the package's own, oldest first, and `unstable`. */
  apiVersions: readonly string[];
}

/** The first API version of Preact extensions. Older ones cannot be updated since 2026-10-01. */
const FIRST_API_VERSION = { year: 2025, month: 10 };

const read = new Map<string, ShippedTypes>();

/** Reads the types that the extension in `directory` uses, by default the bundler's. */
export function readShippedTypes(directory: string): ShippedTypes {
  const entry = findEntry(directory) ?? fileURLToPath(import.meta.resolve('@shopify/ui-extensions/preact'));
  // Its package.json is not exported.
  const root = join(dirname(entry), '../..');
  const types = read.get(root) ?? readTypes(root);
  read.set(root, types);
  return types;
}

function readTypes(root: string): ShippedTypes {
  const files = globSync('build/ts/surfaces/*/targets/*.d.ts', { cwd: root });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    targets: files.map((file) => basename(file, '.d.ts')).toSorted(),
    apiVersions: [...apiVersionsUpTo(version), 'unstable'],
  };
}

function findEntry(directory: string): string | undefined {
  try {
    return createRequire(join(directory, 'package.json')).resolve('@shopify/ui-extensions/preact');
  } catch {
    return undefined;
  }
}

/** `2026.7.4` → 2025-10, 2026-01, 2026-04, 2026-07. */
function apiVersionsUpTo(packageVersion: string): string[] {
  const [lastYear = 0, lastMonth = 0] = packageVersion.split('.').map(Number);
  const versions: string[] = [];
  let { year, month } = FIRST_API_VERSION;
  while (year < lastYear || (year === lastYear && month <= lastMonth)) {
    versions.push(`${year}-${String(month).padStart(2, '0')}`);
    month += 3;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return versions;
}
