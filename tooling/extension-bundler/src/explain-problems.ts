import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { type ExtensionSource, MANIFEST_FILE } from './extension-entries.ts';
import { explainLegacyImports, REACT_JSX } from './legacy-imports.ts';
import { installedVersion, isDeclared, packageManagerOf } from './package-manager.ts';
import type { BundleProblem } from './problem.ts';

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
  const legacy = explainLegacyImports(problems);
  // Installing its other packages would not make an older extension run.
  if (legacy.length > 0) return legacy;
  const explained = new Map<string, BundleProblem>();
  const others: BundleProblem[] = [];
  const missing = {
    declared: new Map<string, BundleProblem>(),
    undeclared: new Map<string, BundleProblem>(),
  } satisfies MissingPackages;
  for (const problem of problems) {
    const specifier = UNRESOLVED.exec(problem.text)?.[1];
    const name = specifier && packageNameOf(specifier, directory);
    if (specifier && problem.file?.endsWith('<stdin>')) {
      const text = `the module "${specifier}" of a target does not exist`;
      explained.set(text, { file: join(directory, manifestFile), text });
    } else if (specifier && isBuiltin(specifier)) {
      const text = `"${specifier}" is a module of Node.js, and extensions run in a browser worker`;
      explained.set(text, { ...problem, text });
    } else if (specifier && name) {
      const text = explainImport(specifier, name, problem.file ? dirname(problem.file) : directory);
      const group = missing[isDeclared(name, directory) ? 'declared' : 'undeclared'];
      if (text) explained.set(text, { ...problem, text });
      else group.set(name, group.get(name) ?? problem);
    } else {
      const isFileType = NO_LOADER.test(problem.text);
      others.push(isFileType ? { ...problem, text: describeFileType(problem.text) } : problem);
    }
  }
  return [...describeMissing(missing, directory), ...explained.values(), ...others];
}

/** Explains imports that no installation solves; `undefined` for the others. */
function explainImport(specifier: string, name: string, importerFolder: string): string | undefined {
  if (/^react\/jsx-(dev-)?runtime$/.test(specifier) && !isDeclared('react', importerFolder)) {
    return REACT_JSX;
  }
  const version = installedVersion(name, importerFolder);
  if (version === undefined) return undefined;
  const advice = name === '@shopify/ui-extensions' ? ' Install the version of your api_version.' : '';
  return `${name} ${version} has no "${specifier}".${advice}`;
}

/** Returns the package of a specifier; `undefined` for a path, or an alias such as `@/lib`. */
function packageNameOf(specifier: string, directory: string): string | undefined {
  const [, name] = /^((?:@[a-z\d][\w.~-]*\/)?[a-z\d][\w.~-]*)(?:\/.*)?$/.exec(specifier) ?? [];
  return name !== undefined && !existsSync(join(directory, name)) ? name : undefined;
}

/** The first imports of packages that are in a package.json but not installed, and of packages that are in none. */
export type MissingPackages = Record<'declared' | 'undeclared', Map<string, BundleProblem>>;

/** Names the commands that install the packages. */
export function describeMissing(
  { declared, undeclared }: MissingPackages,
  directory: string,
): BundleProblem[] {
  const { directory: root, packageDirectory, install, add } = packageManagerOf(directory);
  const names = (missing: ReadonlyMap<string, BundleProblem>, separator: string) =>
    [...missing.keys()].join(separator);
  const problems: BundleProblem[] = [];
  if (declared.size > 0) {
    problems.push({ text: `Not installed: ${names(declared, ', ')}. In ${root}, run: ${install}` });
  }
  const [first] = undeclared.values();
  if (first) {
    const command = `${add} ${names(undeclared, ' ')}`;
    const text = `Neither a file nor in package.json: ${names(undeclared, ', ')}.`;
    problems.push({ ...first, text: `${text} To install from npm, run in ${packageDirectory}: ${command}` });
  }
  return problems;
}
