import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, type StringLiteral, Visitor } from 'oxc-parser';

/** A file that imports or re-exports another one of the workspace, be it for a type. */
export interface Import {
  /** Path from the root of the repository, with forward slashes. */
  from: string;
  to: string;
}

/** Texts of source files and manifests, by their path from the root. */
export type Sources = Readonly<Record<string, string>>;

const PATTERNS = ['{apps,packages,tooling}/*/src/**/*.{ts,tsx}', '{apps,packages,tooling}/*/package.json'];

/** Reads the source files and the manifest of every package. Tests are left out: they may import anything. */
export function readSources(root: string): Sources {
  const paths = globSync(PATTERNS, { cwd: root });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), read(path)]));
}

/** Returns the imports between files of the workspace. Imports from npm packages and Node are left out. */
export function findImports(sources: Sources): Import[] {
  const exported = findExportedFiles(sources);
  return Object.entries(sources).flatMap(([from, source]) => {
    if (from.endsWith('.json')) return [];
    return parseSpecifiers(from, source).flatMap((specifier) => {
      const isRelative = specifier.startsWith('.');
      const to = isRelative ? posix.join(posix.dirname(from), specifier) : exported.get(specifier);
      return to ? { from, to } : [];
    });
  });
}

/** Maps the names that packages export, such as `@scope/shared/schemas`, to their files. */
function findExportedFiles(sources: Sources): Map<string, string> {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(sources)) {
    if (!path.endsWith('/package.json')) continue;
    const { name, exports = {} } = JSON.parse(text) as { name: string; exports?: Record<string, string> };
    for (const [subpath, file] of Object.entries(exports))
      files.set(posix.join(name, subpath), posix.join(posix.dirname(path), file));
  }
  return files;
}

function parseSpecifiers(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const specifiers: string[] = [];
  const add = ({ source }: { source: StringLiteral | null }) => source && specifiers.push(source.value);
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    TSImportType: add, // import('./file.ts').Name
    ImportExpression({ source }) {
      if (source.type === 'Literal') specifiers.push(String(source.value));
    },
  }).visit(program);
  return specifiers;
}
