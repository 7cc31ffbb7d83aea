import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildFailure, build, type Message, type Metafile } from 'esbuild';
import { CLI_BUILD_OPTIONS, cliPlugins, entryModule, environmentDefines } from './cli-build-options.ts';
import { fillVariables, unsetVariables } from './environment.ts';
import { explainProblems } from './explain-problems.ts';
import { refuseLegacyPackages, warnOfReactJsx } from './legacy-imports.ts';
import {
  type ExtensionManifest,
  type ExtensionTarget,
  type ManifestOptions,
  readManifest,
} from './manifest.ts';
import { createPreactFallback } from './preact-fallback.ts';
import { type BundleProblem, BundleProblemError, toProblem } from './problem.ts';

export interface BundleOptions extends ManifestOptions {
  /** Values of `process.env.NAME` in the extension. Default: none, so that the expressions stay. */
  env?: Readonly<Record<string, string>>;
  /**
   * If given, variables that `env` lacks come from the app's `.env`, then from here. Others become `undefined`, with a
   * warning. Default: their expressions stay in the bundle, as with the CLI.
   */
  fallbackEnv?: Readonly<Record<string, string>>;
  /** Targets that the bundle registers. Default: those of the manifest. */
  targets?: readonly ExtensionTarget[];
  /**
   * Folder of Preact's packages for an extension that has none, with a warning. Default: their imports fail, as with the
   * CLI.
   */
  preactFolder?: string;
  /** Whether to create a source map. The code does not change. Default false. */
  sourceMap?: boolean;
}

export interface ExtensionBundle {
  manifest: ExtensionManifest;
  /** A classic script that calls `shopify.extend` once for each target. */
  code: string;
  /** Its `sourceRoot` is the extension's directory as a file URL: debuggers find the sources without configuration. */
  sourceMap?: string;
  /** Absolute paths of all bundled modules, including those of packages. */
  inputFiles: readonly string[];
  warnings: readonly BundleProblem[];
}

/** The bundle, or the problems of a source or manifest. Not an exception, because the next save may fix them. */
export type BundleOutcome =
  | { ok: true; bundle: ExtensionBundle }
  | { ok: false; problems: readonly BundleProblem[] };

/** Bundles the extension of a folder as `shopify app build` does, in memory. */
export async function bundleExtension(options: BundleOptions): Promise<BundleOutcome> {
  try {
    const bundle = await buildBundle({ ...options, directory: resolve(options.directory) });
    return { ok: true, bundle };
  } catch (error) {
    if (error instanceof BundleProblemError) return { ok: false, problems: error.problems };
    throw error;
  }
}

async function buildBundle(options: BundleOptions): Promise<ExtensionBundle> {
  const { manifest, warnings } = await readManifest(options);
  const { env = {}, fallbackEnv } = options;
  const first = await runBuild(manifest, options, env);
  const unset = fallbackEnv ? unsetVariables(first.code) : [];
  if (unset.length === 0) return { manifest, ...first, warnings: [...warnings, ...first.warnings] };
  const filled = await fillVariables(unset, { app: manifest.app, fallbacks: fallbackEnv! });
  const second = await runBuild(manifest, options, { ...filled.values, ...env });
  return { manifest, ...second, warnings: [...warnings, ...second.warnings, ...filled.warnings] };
}

async function runBuild(
  manifest: ExtensionManifest,
  options: BundleOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Omit<ExtensionBundle, 'manifest'>> {
  const { directory, targets = manifest.targets, sourceMap = false, preactFolder } = options;
  const fallback = preactFolder ? createPreactFallback(directory, preactFolder) : undefined;
  const toProblems = (messages: readonly Message[]) =>
    messages.map((message) => toProblem(message, (path) => resolve(directory, path)));
  try {
    const { outputFiles, metafile, warnings } = await build({
      ...CLI_BUILD_OPTIONS,
      absWorkingDir: directory,
      stdin: { contents: entryModule(targets), resolveDir: directory, loader: 'tsx' },
      define: environmentDefines(env),
      plugins: [refuseLegacyPackages, ...cliPlugins(directory), ...(fallback ? [fallback.plugin] : [])],
      sourcemap: sourceMap ? 'external' : false,
      sourceRoot: pathToFileURL(`${directory}/`).href,
      // Never written; sources are relative to this path.
      outfile: join(directory, 'extension.js'),
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const output = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
    const map = output('.js.map');
    const inputFiles = inputFilesOf(metafile, directory);
    return {
      code: output('.js')!,
      ...(map && { sourceMap: map }),
      inputFiles,
      warnings: [
        ...toProblems(warnings),
        ...(fallback?.warnings() ?? []),
        ...ignoredStyles(inputFiles),
        ...warnOfReactJsx(metafile.inputs, directory),
      ],
    };
  } catch (cause) {
    if (!isBuildFailure(cause)) throw cause;
    throw new BundleProblemError(explainProblems(toProblems(cause.errors), options), { cause });
  }
}

/** Shopify loads only the script, so imported style sheets have no effect. */
const ignoredStyles = (inputFiles: readonly string[]): BundleProblem[] =>
  inputFiles
    .filter((file) => file.endsWith('.css'))
    .map((file) => ({ file, text: 'a style sheet has no effect: an extension is only its script' }));

function inputFilesOf(metafile: Metafile, directory: string): string[] {
  return Object.keys(metafile.inputs)
    .filter((path) => path !== '<stdin>')
    .map((path) => resolve(directory, path));
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}
