import { resolve } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { describeLegacy } from './known-names.ts';
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

/** What esbuild says of an import of such a package, and of a name that newer @shopify/ui-extensions lack. */
const UNRESOLVED = new RegExp(`^Could not resolve "(${LEGACY_PACKAGES.join('|')})(/.*)?"$`);
const NO_EXPORT = /^No matching export in ".*@shopify\/ui-extensions\/.*" for import "(.+)"$/;

/**
 * Leaves imports of these packages unresolved, installed or not. An extension with such a package registers but never
 * renders.
 */
export const refuseLegacyPackages: Plugin = {
  name: 'refuse-legacy-packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^(${LEGACY_PACKAGES.join('|')})(/|$)`) }, ({ path, importer }) =>
      isInPackage(importer) ? undefined : { errors: [{ text: `Could not resolve "${path}"` }] },
    ),
};

/** Returns one problem per file for imports that only extensions from before API version 2025-10 have. */
export function explainLegacyImports(problems: readonly BundleProblem[]): BundleProblem[] {
  const found = new Map<string | undefined, { first: BundleProblem; names: string[] }>();
  for (const problem of problems) {
    const [, name] = UNRESOLVED.exec(problem.text) ?? [];
    const [, exported] = NO_EXPORT.exec(problem.text) ?? [];
    const what = name ?? (exported && `"${exported}" of @shopify/ui-extensions`);
    if (what === undefined) continue;
    const inFile = found.get(problem.file);
    if (inFile) inFile.names.push(what);
    else found.set(problem.file, { first: problem, names: [what] });
  }
  return [...found.values()].map(({ first, names: [name, ...others] }) => ({
    ...first,
    text: describeLegacy(others.length > 0 ? `${name} (and ${others.length} more imports)` : name!),
  }));
}

/** Warns of JSX that is compiled for React in an extension that renders with Preact, which shows nothing. */
export function warnOfReactJsx(inputs: Metafile['inputs'], directory: string): BundleProblem[] {
  const usesPreact = Object.keys(inputs).some((path) => path.includes('node_modules/preact/'));
  const found = ownImports(inputs).find(({ paths }) =>
    paths.some((path) => path.includes('node_modules/react/jsx-runtime')),
  );
  return usesPreact && found
    ? [{ file: resolve(directory, found.importer), text: `${REACT_JSX} Preact renders nothing of it.` }]
    : [];
}

/** What to do about JSX that is compiled for React. */
export const REACT_JSX =
  'JSX is compiled for React. In tsconfig.json of the extension, set "jsx": "react-jsx" and "jsxImportSource": "preact".';

/** The imports of each module that belongs to no package. */
const ownImports = (inputs: Metafile['inputs']) =>
  Object.entries(inputs)
    .filter(([importer]) => !isInPackage(importer))
    .map(([importer, { imports }]) => ({ importer, paths: imports.map(({ path }) => path) }));

const isInPackage = (path: string) => /(^|[\\/])node_modules[\\/]/.test(path);
