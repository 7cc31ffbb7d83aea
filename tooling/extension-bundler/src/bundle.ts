import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildFailure, build, type Message, type Metafile } from 'esbuild';
import { CLI_BUILD_OPTIONS, entryModule, environmentDefines } from './cli-build-options.ts';
import { type ExtensionManifest, type ExtensionTarget, readManifest } from './manifest.ts';
import { type BundleProblem, BundleProblemError, toProblem } from './problem.ts';

export interface BundleOptions {
  /** The folder that holds `shopify.extension.toml`. */
  directory: string;
  /** Values of `process.env.NAME` in the extension. Default: none, so that the expressions stay. */
  env?: Readonly<Record<string, string>>;
  /** Targets that the bundle registers. Default: those of the manifest. */
  targets?: readonly ExtensionTarget[];
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

/** Bundles the extension in `directory` as `shopify app build` does, in memory. */
export async function bundleExtension(options: BundleOptions): Promise<BundleOutcome> {
  try {
    return { ok: true, bundle: await buildBundle(resolve(options.directory), options) };
  } catch (error) {
    if (error instanceof BundleProblemError) return { ok: false, problems: error.problems };
    throw error;
  }
}

async function buildBundle(directory: string, options: BundleOptions): Promise<ExtensionBundle> {
  const manifest = await readManifest(directory);
  const toProblems = (messages: readonly Message[]) =>
    messages.map((message) => toProblem(message, (path) => resolve(directory, path)));
  try {
    const { outputFiles, metafile, warnings } = await build({
      ...CLI_BUILD_OPTIONS,
      absWorkingDir: directory,
      stdin: {
        contents: entryModule(options.targets ?? manifest.targets),
        resolveDir: directory,
        loader: 'tsx',
      },
      define: environmentDefines(options.env ?? {}),
      sourcemap: options.sourceMap ? 'external' : false,
      sourceRoot: pathToFileURL(`${directory}/`).href,
      // Never written; sources are relative to this path.
      outfile: join(directory, 'extension.js'),
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const map = outputFiles.find(({ path }) => path.endsWith('.map'));
    return {
      manifest,
      code: outputFiles.find((file) => file !== map)!.text,
      ...(map && { sourceMap: map.text }),
      inputFiles: inputFilesOf(metafile, directory),
      warnings: toProblems(warnings),
    };
  } catch (cause) {
    if (!isBuildFailure(cause)) throw cause;
    throw new BundleProblemError(toProblems(cause.errors), { cause });
  }
}

function inputFilesOf(metafile: Metafile, directory: string): string[] {
  return Object.keys(metafile.inputs)
    .filter((path) => path !== '<stdin>')
    .map((path) => resolve(directory, path));
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}
