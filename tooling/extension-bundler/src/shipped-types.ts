import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The targets and versions for which an installed @shopify/ui-extensions has types. */
export interface ShippedTypes {
  /** Every target of every surface, sorted. */
  targets: readonly string[];
  /** The API version of the newest package, `YYYY-MM`. */
  newestVersion: string;
}

const read = new Map<string, ShippedTypes>();

/** Reads the types that are installed for the bundler and for the extension in `directory`, and adds `more`. */
export function readShippedTypes(directory: string, more?: ShippedTypes): ShippedTypes {
  const entries = [import.meta.dirname, directory].map(findEntry);
  const all = [
    ...entries.flatMap((entry) => (entry === undefined ? [] : [typesOf(entry)])),
    ...(more ? [more] : []),
  ];
  return {
    targets: [...new Set(all.flatMap(({ targets }) => targets))].toSorted(),
    newestVersion: all
      .map(({ newestVersion }) => newestVersion)
      .toSorted()
      .at(-1)!,
  };
}

function typesOf(entry: string): ShippedTypes {
  // Its package.json is not exported.
  const root = join(dirname(entry), '../..');
  const types = read.get(root) ?? readTypes(root);
  read.set(root, types);
  return types;
}

function readTypes(root: string): ShippedTypes {
  const files = globSync('build/ts/surfaces/*/targets/*.d.ts', { cwd: root });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const [year = '', month = ''] = version.split('.');
  return {
    targets: files.map((file) => basename(file, '.d.ts')).toSorted(),
    newestVersion: `${year}-${month.padStart(2, '0')}`,
  };
}

function findEntry(directory: string): string | undefined {
  try {
    return createRequire(join(directory, 'package.json')).resolve('@shopify/ui-extensions/preact');
  } catch {
    return undefined;
  }
}
