import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin, ResolveResult } from 'esbuild';
import { describeMissing, type MissingPackages } from './explain-problems.ts';
import { isDeclared } from './package-manager.ts';
import type { BundleProblem } from './problem.ts';

const PACKAGES = ['preact', '@preact/signals', '@preact/signals-core'];

/** Marks imports that the plugin itself resolves. */
const AGAIN = Symbol('again');

export interface PreactFallback {
  plugin: Plugin;
  /** Names the imports that fail with the CLI, and the commands that install their packages. */
  warnings(): BundleProblem[];
}

/**
 * Resolves Preact and its signals from the extension's folder, then from `folder`, if the CLI finds none.
 * @shopify/ui-extensions imports both, but as optional peers, so npm does not install them. There is one Preact.
 */
export function createPreactFallback(directory: string, folder: string): PreactFallback {
  const used = new Set<string>();
  const own = PACKAGES.flatMap((name) => realFolder(join(folder, name)));
  const plugin: Plugin = {
    name: 'preact-fallback',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^(preact|@preact\/signals(-core)?)(\/|$)/ }, async (args) => {
        const { path, importer, kind, resolveDir, pluginData } = args;
        if (pluginData === AGAIN) return undefined;
        const found = async (specifier: string, from: string): Promise<ResolveResult | undefined> => {
          const result = await resolve(specifier, { importer, kind, resolveDir: from, pluginData: AGAIN });
          return result.errors.length === 0 ? result : undefined;
        };
        const isInOwn = own.some((root) => importer.startsWith(root));
        if (!isInOwn && (await found(path, resolveDir))) return undefined;
        const result =
          (await found(path, directory)) ??
          (await found(`./${path}`, folder)) ??
          (await found(path, resolveDir));
        if (!result) return undefined;
        if (!isInOwn) used.add(PACKAGES.find((name) => path === name || path.startsWith(`${name}/`))!);
        return { path: result.path, namespace: result.namespace, sideEffects: result.sideEffects };
      });
    },
  };
  const warnings = () => {
    const missing: MissingPackages = { declared: new Map(), undeclared: new Map() };
    for (const name of used)
      missing[isDeclared(name, directory) ? 'declared' : 'undeclared'].set(name, { text: '' });
    return describeMissing(missing, directory).map(({ text }) => ({
      text: `${text}. Until then, it runs in the sandbox only.`,
    }));
  };
  return { plugin, warnings };
}

function realFolder(path: string): string[] {
  try {
    return [`${realpathSync(path)}${sep}`];
  } catch {
    return [];
  }
}
