import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';
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

/** Returns the problem of an import that only extensions from before API version 2025-10 have; none for others. */
export function explainLegacyImport(problem: BundleProblem): BundleProblem[] {
  const [, name] = UNRESOLVED.exec(problem.text) ?? [];
  const [, exported] = NO_EXPORT.exec(problem.text) ?? [];
  const what = name ?? (exported && `"${exported}" of @shopify/ui-extensions`);
  return what === undefined ? [] : [{ ...problem, text: describeLegacy(what) }];
}

/** Returns the imports of installed packages of such extensions. With them, an extension registers but never renders. */
export function findLegacyImports(inputs: Metafile['inputs'], directory: string): BundleProblem[] {
  return ownImports(inputs).flatMap(({ importer, paths }) => {
    const found = LEGACY_PACKAGES.find((name) =>
      paths.some((path) => path.includes(`node_modules/${name}/`)),
    );
    return found === undefined ? [] : [{ file: resolve(directory, importer), text: describeLegacy(found) }];
  });
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
    .filter(([importer]) => !/(^|\/)node_modules\//.test(importer))
    .map(([importer, { imports }]) => ({ importer, paths: imports.map(({ path }) => path) }));
