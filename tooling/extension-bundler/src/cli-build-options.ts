import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { graphqlLoader } from './graphql-loader.ts';
import type { ExtensionTarget } from './manifest.ts';

/** Settings that reproduce the bundle of Shopify CLI 4.8 byte for byte. */
export const CLI_BUILD_OPTIONS = {
  bundle: true,
  minify: true,
  target: 'es6',
  jsx: 'automatic',
  legalComments: 'none',
  loader: { '.esnext': 'ts', '.js': 'jsx' },
  resolveExtensions: ['.tsx', '.ts', '.js', '.json', '.esnext', '.mjs', '.ejs'],
} as const satisfies BuildOptions;

/**
 * The CLI's plugins: imports of GraphQL files, and one copy of React if it is installed where the extension is. The
 * latter takes precedence over an alias to Preact in `tsconfig.json`.
 */
export function cliPlugins(directory: string): Plugin[] {
  const path = findReact(directory);
  const resolveReact: Plugin = {
    name: 'resolve-react',
    setup: ({ onResolve }) => onResolve({ filter: /^react$/ }, () => ({ path: path! })),
  };
  return [graphqlLoader, ...(path === undefined ? [] : [resolveReact])];
}

function findReact(directory: string): string | undefined {
  try {
    return createRequire(join(directory, 'package.json')).resolve('react');
  } catch {
    return undefined;
  }
}

/** Returns the CLI's entry module, which registers every target of the extension. */
export function entryModule(targets: readonly ExtensionTarget[]): string {
  return targets
    .map(
      ({ target, module }, index) =>
        `import Target_${index} from ${JSON.stringify(module)};` +
        `shopify.extend(${JSON.stringify(target)}, (...args) => Target_${index}(...args));`,
    )
    .join('\n');
}

/**
 * Inlines `process.env.NAME` for the given variables only; others stay in the bundle. The CLI inlines its whole
 * environment, so a secret that an extension names ends up in the browser.
 */
export function environmentDefines(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const defines: Record<string, string> = { 'process.env.NODE_ENV': '"production"' };
  for (const [name, value] of Object.entries(env)) {
    defines[`process.env.${name}`] = value === undefined ? 'undefined' : JSON.stringify(value);
  }
  return defines;
}
