import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type BundleOutcome, bundleExtension, watchExtension } from '@session-token/extension-bundler';
import { describeRemoved } from '@session-token/extension-bundler/unknown-name';
import { installation } from '#installation';
import { isKnownTarget, KNOWN_TARGETS } from '../contract/api-tables.ts';
import { API_VERSIONS } from '../contract/api-versions.ts';
import type { BuiltExtension, BundleProblem, ExtensionState } from '../contract/extension-state.ts';
import { surfaceOf } from '../contract/surfaces.ts';
import type { SelectedExtension } from './extension-selection.ts';
import { readSceneFile, SCENE_FILE } from './scene-file.ts';

export interface ExtensionBuildsOptions extends SelectedExtension {
  /** Values of `process.env.NAME`, which take precedence over the app's `.env`. */
  env?: Readonly<Record<string, string>>;
  /** The app's client id, for extensions that read it from `process.env` without an `.env` file. */
  clientId?: string;
  /** The developer's own data. Default: `scene.json` in the extension's folder. */
  sceneFile?: string;
  onChange: (state: ExtensionState) => void;
}

export interface ExtensionBuilds {
  state(): ExtensionState;
  /**
   * Returns the newest bundle for a target, with the address of the app's server built in as
   * `process.env.APP_URL`, as `shopify app dev` does. Tries one of the extension's modules for a target that
   * the manifest does not name. `undefined` if nothing builds, or the target is unknown.
   */
  bundle(target: string, appUrl: string): Promise<BuiltCode | undefined>;
  stop(): Promise<void>;
}

export interface BuiltCode {
  code: string;
  sourceMap: string;
}

/**
 * Placeholder for the app's address, which differs from page to page, until a bundle is served. It has the length of an
 * address, so that the columns of the source map stay right.
 */
const APP_URL = 'http://this-page.local';

/** Builds one extension now and after every save, and keeps the newest bundle that succeeded. */
export async function startExtensionBuilds(options: ExtensionBuildsOptions): Promise<ExtensionBuilds> {
  const { id, env, clientId, sceneFile = join(options.source.directory, SCENE_FILE) } = options;
  const bundleOptions = {
    ...options.source,
    knownNames: { targets: KNOWN_TARGETS, newestVersion: API_VERSIONS.at(-1)! },
    env: { ...env, APP_URL },
    fallbackEnv: { SHOPIFY_APP_URL: APP_URL, HOST: APP_URL, ...(clientId && { SHOPIFY_API_KEY: clientId }) },
    sourceMap: true,
    preactFolder: installation.preact,
    otherInputs: [sceneFile],
  };
  let state: ExtensionState = { id, revision: 0, problems: [] };
  let newest: BuiltCode | undefined;
  /** Warnings of the newest successful build. */
  let ownWarnings: readonly BundleProblem[] = [];
  /** Bundles for targets that the manifest does not name. */
  let others = new Map<string, Promise<BuiltCode | undefined>>();

  const take = async (outcome: BundleOutcome): Promise<void> => {
    if (!outcome.ok) {
      state = { ...state, problems: outcome.problems };
      return;
    }
    const { manifest, warnings, code } = outcome.bundle;
    const targets = manifest.targets.filter(({ target }) => isKnownTarget(target));
    const dropped = manifest.targets
      .filter((entry) => !targets.includes(entry))
      .filter(({ target }) => !warnings.some(({ text }) => text.includes(`"${target}"`)))
      .map(({ target }) => ({
        text: describeRemoved(target) ?? `The sandbox does not run the target "${target}".`,
      }));
    if (targets.length === 0) {
      state = { ...state, problems: [...warnings, ...dropped] };
      return;
    }
    const built = {
      manifest: { ...manifest, targets },
      warnings: [...warnings, ...dropped],
      bytes: Buffer.byteLength(code),
      compressedBytes: await compressedBytes(code),
    };
    ownWarnings = built.warnings;
    newest = codeOf(outcome);
    others = new Map();
    state = { ...state, revision: state.revision + 1, problems: [], built };
  };

  /** An invalid file leaves the last valid scene, and warnings. */
  async function takeScene(): Promise<void> {
    const read = await readSceneFile(sceneFile);
    if (read.ok) {
      const { scene: _, ...others } = state;
      state = { ...others, ...(read.scene && { scene: read.scene }) };
    }
    const problems = read.ok ? [] : read.problems;
    if (state.built) state.built = { ...state.built, warnings: [...ownWarnings, ...problems] };
  }

  async function buildFor(target: string, built: BuiltExtension): Promise<BuiltCode | undefined> {
    const targets = [{ target, module: moduleFor(target, built) }];
    return codeOf(await bundleExtension({ ...bundleOptions, targets }));
  }

  function find(
    target: string,
    built: BuiltExtension,
  ): BuiltCode | Promise<BuiltCode | undefined> | undefined {
    if (built.manifest.targets.some((entry) => entry.target === target)) return newest;
    if (!isKnownTarget(target)) return undefined;
    const building = others.get(target) ?? buildFor(target, built);
    others.set(target, building);
    return building;
  }

  const watcher = await watchExtension({
    ...bundleOptions,
    async onOutcome(outcome) {
      await take(outcome);
      await takeScene();
      options.onChange(state);
    },
  });
  return {
    state: () => state,
    async bundle(target, appUrl) {
      const found = state.built && (await find(target, state.built));
      return found && { ...found, code: found.code.replaceAll(APP_URL, appUrl) };
    },
    stop: () => watcher.close(),
  };
}

const codeOf = (outcome: BundleOutcome): BuiltCode | undefined =>
  outcome.ok ? { code: outcome.bundle.code, sourceMap: outcome.bundle.sourceMap ?? '' } : undefined;

/**
 * Returns the module whose target is most similar to `target`: of the same surface, and a block for a block, a modal
 * for a modal.
 */
function moduleFor(target: string, { manifest }: BuiltExtension): string {
  const kindOf = (name: string) => name.split('.').at(-2);
  const ofSurface = manifest.targets.filter((entry) => surfaceOf(entry.target) === surfaceOf(target));
  const candidates = ofSurface.length > 0 ? ofSurface : manifest.targets;
  const alike = candidates.find((entry) => kindOf(entry.target) === kindOf(target));
  return (alike ?? candidates.at(-1)!).module;
}

const compress = promisify(brotliCompress);

const compressedBytes = async (code: string): Promise<number> =>
  (await compress(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })).length;
