import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { type ExtensionSource, MANIFEST_FILE } from './extension-entries.ts';
import { describeLegacyPackage } from './known-names.ts';
import { installedVersion, isDeclared, packageManagerOf } from './package-manager.ts';
import type { BundleProblem } from './problem.ts';

/** The packages of extensions from before API version 2025-10. */
const LEGACY_PACKAGES = [
  '@shopify/ui-extensions-react',
  '@shopify/checkout-ui-extensions',
  '@shopify/checkout-ui-extensions-react',
  '@shopify/customer-account-ui-extensions',
  '@shopify/customer-account-ui-extensions-react',
  '@shopify/retail-ui-extensions',
  '@shopify/retail-ui-extensions-react',
];

/** What esbuild says of an import that it cannot resolve. */
const UNRESOLVED = /^Could not resolve "(.+)"$/;

/** What esbuild says of a file that it cannot bundle. */
const NO_LOADER = /^No loader is configured for/;

const describeFileType = (text: string) =>
  `${text}. The Shopify CLI has none either: show images with s-image, and style with the s-* elements.`;

/**
 * Says what to do about imports that esbuild cannot resolve: which packages to install, and how. Other problems stay as
 * they are.
 */
export function explainProblems(
  problems: readonly BundleProblem[],
  { directory, manifestFile = MANIFEST_FILE }: ExtensionSource,
): BundleProblem[] {
  const explained = new Map<string, BundleProblem>();
  const legacy: BundleProblem[] = [];
  const others: BundleProblem[] = [];
  /** Packages that are in a package.json but not installed, and packages that are in none. */
  const missing = { declared: new Set<string>(), undeclared: new Set<string>() };
  for (const problem of problems) {
    const specifier = UNRESOLVED.exec(problem.text)?.[1];
    const name = specifier && packageNameOf(specifier, directory);
    if (specifier && problem.file?.endsWith('<stdin>')) {
      const text = `the module "${specifier}" of a target does not exist`;
      explained.set(text, { file: join(directory, manifestFile), text });
    } else if (specifier && isBuiltin(specifier)) {
      const text = `"${specifier}" is a module of Node.js, and an extension runs in a browser's worker`;
      explained.set(text, { ...problem, text });
    } else if (name && LEGACY_PACKAGES.includes(name)) {
      legacy.push({ ...problem, text: describeLegacyPackage(name) });
    } else if (specifier && name) {
      const text = explainImport(specifier, name, directory);
      if (text) explained.set(text, { ...problem, text });
      else missing[isDeclared(name, directory) ? 'declared' : 'undeclared'].add(name);
    } else {
      others.push(
        NO_LOADER.test(problem.text) ? { ...problem, text: describeFileType(problem.text) } : problem,
      );
    }
  }
  // Installing its other packages would not make an older extension run.
  if (legacy.length > 0) return legacy;
  return [...describeMissing(missing, directory), ...explained.values(), ...others];
}

/** Returns the imports of packages from before API version 2025-10. Such an extension registers, but never renders. */
export function findLegacyImports(inputs: Metafile['inputs'], directory: string): BundleProblem[] {
  return Object.entries(inputs).flatMap(([importer, { imports }]) => {
    if (/(^|\/)node_modules\//.test(importer)) return [];
    const found = LEGACY_PACKAGES.find((name) =>
      imports.some(({ path }) => path.includes(`node_modules/${name}/`)),
    );
    return found === undefined
      ? []
      : [{ file: resolve(directory, importer), text: describeLegacyPackage(found) }];
  });
}

/** Explains imports that no installation solves; `undefined` for the others. */
function explainImport(specifier: string, name: string, directory: string): string | undefined {
  if (/^react\/jsx-(dev-)?runtime$/.test(specifier) && !isDeclared('react', directory)) {
    return 'JSX is compiled for React. In tsconfig.json of the extension, set "jsx": "react-jsx" and "jsxImportSource": "preact".';
  }
  const version = installedVersion(name, directory);
  if (version === undefined) return undefined;
  const advice = name === '@shopify/ui-extensions' ? ' Install the version of your api_version.' : '';
  return `${name} ${version} has no "${specifier}".${advice}`;
}

/** Returns the package of a specifier; `undefined` for a path, or an alias such as `@/lib`. */
function packageNameOf(specifier: string, directory: string): string | undefined {
  const [, name] = /^((?:@[a-z\d][\w.~-]*\/)?[a-z\d][\w.~-]*)(?:\/.*)?$/.exec(specifier) ?? [];
  return name !== undefined && !existsSync(join(directory, name)) ? name : undefined;
}

function describeMissing(
  { declared, undeclared }: Record<'declared' | 'undeclared', ReadonlySet<string>>,
  directory: string,
): BundleProblem[] {
  const manager = packageManagerOf(directory);
  const problems: BundleProblem[] = [];
  if (declared.size > 0) {
    const text = `Not installed: ${listOf(declared)}. In ${manager.directory}, run: ${manager.install}`;
    problems.push({ text });
  }
  if (undeclared.size > 0) {
    const command = `${manager.add} ${[...undeclared].join(' ')}`;
    const text = `Neither a file nor in package.json: ${listOf(undeclared)}. To install from npm, run in ${manager.packageDirectory}: ${command}`;
    problems.push({ text });
  }
  return problems;
}

const listOf = (names: ReadonlySet<string>) => [...names].join(', ');
