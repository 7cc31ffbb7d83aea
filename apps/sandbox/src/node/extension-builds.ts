import { basename, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BundleOutcome, bundleExtension, watchExtension } from '@session-token/extension-bundler';
import type { BuiltExtension, ExtensionState } from '../contract/extension-state.ts';
import { isKnownTarget } from '../contract/targets.ts';

export interface ExtensionBuildsOptions {
  directory: string;
  onChange: (state: ExtensionState) => void;
}

export interface ExtensionBuilds {
  state(): ExtensionState;
  /**
   * The newest bundle for a target and an address of the app's server (`process.env.APP_URL`, as
   * `shopify app dev` sets it). A target that is not in the manifest is tried with a module of the
   * extension's. `undefined` where there is none, it does not build, or nobody knows the target.
   */
  code(target: string, appUrl: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Stands for the app's address, which differs from page to page, until a bundle is handed out. */
const APP_URL = 'http://api.of-this-page.invalid';

/** Builds one extension now and after every save, and keeps the newest bundle that succeeded. */
export async function startExtensionBuilds(options: ExtensionBuildsOptions): Promise<ExtensionBuilds> {
  const directory = resolve(options.directory);
  const env = { APP_URL };
  let state: ExtensionState = { id: basename(directory), revision: 0, problems: [] };
  let code: string | undefined;
  /** Bundles for targets that the manifest does not name. */
  let others = new Map<string, Promise<string | undefined>>();

  const take = (outcome: BundleOutcome): void => {
    if (!outcome.ok) {
      state = { ...state, problems: outcome.problems };
      return;
    }
    const { bundle } = outcome;
    code = bundle.code;
    others = new Map();
    const bytes = Buffer.byteLength(code);
    const built = { manifest: bundle.manifest, bytes, compressedBytes: compressedBytes(code) };
    state = { ...state, revision: state.revision + 1, problems: [], built };
  };

  async function buildFor(target: string, built: BuiltExtension): Promise<string | undefined> {
    const targets = [{ target, module: moduleFor(target, built) }];
    const outcome = await bundleExtension({ directory, env, targets });
    return outcome.ok ? outcome.bundle.code : undefined;
  }

  const watcher = await watchExtension({
    directory,
    env,
    onOutcome(outcome) {
      take(outcome);
      options.onChange(state);
    },
  });
  return {
    state: () => state,
    async code(target, appUrl) {
      const { built } = state;
      if (!built) return undefined;
      let found = code;
      if (!built.manifest.targets.some((entry) => entry.target === target)) {
        if (!isKnownTarget(target)) return undefined;
        const building = others.get(target) ?? buildFor(target, built);
        others.set(target, building);
        found = await building;
      }
      return found?.replaceAll(APP_URL, appUrl);
    },
    stop: () => watcher.close(),
  };
}

/** The module whose own target is most like `target`: a block for a block, a modal for a modal. */
function moduleFor(target: string, { manifest }: BuiltExtension): string {
  const kindOf = (name: string) => name.split('.').at(-2);
  const alike = manifest.targets.find((entry) => kindOf(entry.target) === kindOf(target));
  return (alike ?? manifest.targets.at(-1)!).module;
}

const compressedBytes = (code: string) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
