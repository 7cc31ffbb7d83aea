import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, type StringLiteral, Visitor } from 'oxc-parser';

/** A file that imports or re-exports another file of the workspace, even if only a type. */
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
  const packages = Object.entries(sources).filter(([path]) => path.endsWith('/package.json'));
  const resolvers = packages.map(([path, manifest]) => createResolver(posix.dirname(path), manifest));
  const resolve = (from: string, specifier: string) =>
    specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : resolvers.map((resolvePackage) => resolvePackage(specifier, from)).find(Boolean);

  return Object.entries(sources).flatMap(([from, source]) => {
    if (from.endsWith('.json')) return [];
    return parseSpecifiers(from, source).flatMap((specifier) => {
      const to = resolve(from, specifier);
      return to ? { from, to } : [];
    });
  });
}

interface Manifest {
  name: string;
  exports?: Record<string, string>;
  /** Subpath imports, which may depend on a condition. */
  imports?: Record<string, string | { default: string }>;
}

/**
 * Resolves what a package exports to its file, and anything else below the package's name to its folder. Subpath imports
 * (`#name`) are resolved for files of the package only.
 */
function createResolver(folder: string, manifest: string) {
  const { name, exports = {}, imports = {} } = JSON.parse(manifest) as Manifest;
  return (specifier: string, from: string): string | undefined => {
    if (specifier.startsWith('#')) {
      const target = from.startsWith(`${folder}/`) ? imports[specifier] : undefined;
      return target && posix.join(folder, typeof target === 'string' ? target : target.default);
    }
    if (specifier !== name && !specifier.startsWith(`${name}/`)) return undefined;
    return posix.join(folder, exports[`.${specifier.slice(name.length)}`] ?? 'src');
  };
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
