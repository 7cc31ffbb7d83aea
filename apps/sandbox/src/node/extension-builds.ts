import { brotliCompressSync, constants } from 'node:zlib';
import { type BundleOutcome, watchExtension } from '@session-token/extension-bundler';
import type { ExtensionState } from '../contract/extension-state.ts';

export interface ExtensionBuildsOptions {
  directory: string;
  /** Where the extension finds the app's server: `process.env.APP_URL`, as `shopify app dev` sets it. */
  appUrl: string;
  onChange: (state: ExtensionState) => void;
}

/** Builds the extension now and after every save, and keeps the newest bundle that succeeded. */
export async function startExtensionBuilds(options: ExtensionBuildsOptions) {
  let state: ExtensionState = { revision: 0, problems: [] };
  let code = '';

  const take = (outcome: BundleOutcome): void => {
    if (!outcome.ok) {
      state = { ...state, problems: outcome.problems };
      return;
    }
    const { bundle } = outcome;
    code = bundle.code;
    state = {
      revision: state.revision + 1,
      problems: [],
      built: {
        manifest: bundle.manifest,
        bytes: Buffer.byteLength(code),
        compressedBytes: compressedBytes(code),
      },
    };
  };

  const watcher = await watchExtension({
    directory: options.directory,
    env: { APP_URL: options.appUrl },
    onOutcome(outcome) {
      take(outcome);
      options.onChange(state);
    },
  });
  return { state: () => state, code: () => code, stop: () => watcher.close() };
}

const compressedBytes = (code: string) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
