import { batch } from '@preact/signals';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { ExtensionManifest } from '../../contract/extension-state.ts';
import type { ExtensionStart, HostApi, StorageOperation } from '../../contract/worker-contract.ts';
import type { BenchState } from './bench-state.ts';
import { elementsOf } from './element-tables.ts';
import { runExtension } from './extension-host.ts';
import { sandboxApi } from './sandbox-api.ts';
import { CURRENCY, checkoutSignals, languageOf, SHOP, TIMEZONE } from './scene.ts';
import { createTokenCache } from './token-cache.ts';

/** Runs the newest bundle with the switches as they are; one run at a time. */
export function createExtensionRunner(state: BenchState) {
  /** Where the extension's tree is shown. */
  const block = document.createElement('div');
  const storage = new Map<string, unknown>();
  const cache = createTokenCache(() => {
    const { customer, fault } = state.url.peek();
    const target = state.target.peek()!;
    return sandboxApi.mint({ target, ...(customer && { customer }), ...(fault && { fault }) });
  });
  let runtime: Promise<string> | undefined;
  let current: AbortController | undefined;

  const host: HostApi = {
    async getSessionToken() {
      if (state.url.peek().fault === 'unavailable') {
        state.tokenError.value = 'sessionToken.get() threw: no token is to be had here.';
        throw new Error('Session token is not available');
      }
      const handedOut = await cache.get();
      state.token.value = handedOut;
      return handedOut.token;
    },
    storage: async (operation) => useStorage(storage, operation),
    reload: () => rerun(),
    async report(problem) {
      state.problems.value = [...state.problems.value, problem];
    },
  };

  /** Starts the extension afresh, as loading the page of the surface again does. */
  async function rerun(): Promise<void> {
    const [manifest, target] = [state.manifest.peek(), state.target.peek()];
    if (!manifest || !target) return;
    current?.abort();
    const run = new AbortController();
    current = run;
    beginRun(state);
    runtime ??= sandboxApi.script(ENDPOINTS.worker);
    try {
      const [runtimeCode, code] = await Promise.all([
        runtime,
        sandboxApi.script(ENDPOINTS.extension),
        sandboxApi.setNetwork({ serverDown: state.url.peek().serverDown }),
      ]);
      if (run.signal.aborted) return;
      const start = startOf(state, manifest, target, code);
      const onFacts = (facts: NonNullable<BenchState['facts']['value']>) => {
        state.facts.value = facts;
      };
      await runExtension({ start, runtime: runtimeCode, root: block, host, onFacts }, run.signal);
    } catch (error) {
      if (!run.signal.aborted) void host.report({ message: (error as Error).message });
    } finally {
      if (current === run) state.running.value = false;
    }
  }

  return { block, rerun, dropToken: cache.drop };
}

function beginRun(state: BenchState): void {
  batch(() => {
    state.problems.value = [];
    state.facts.value = undefined;
    state.tokenError.value = undefined;
    state.lastOfEarlierRuns.value = state.exchanges.value.at(-1)?.id ?? state.lastOfEarlierRuns.value;
    state.running.value = true;
  });
}

function startOf(
  state: BenchState,
  manifest: ExtensionManifest,
  target: string,
  code: string,
): ExtensionStart {
  const url = state.url.peek();
  const networkAccess = state.networkAccess.peek();
  const scriptUrl = new URL(ENDPOINTS.extension, location.href).href;
  const editor = url.editor && { editor: { type: 'checkout' } };
  return {
    target,
    code,
    scriptUrl,
    networkAccess,
    elements: elementsOf(target),
    signals: checkoutSignals(url, manifest, networkAccess),
    constants: {
      extension: { target, apiVersion: manifest.apiVersion, scriptUrl, ...editor },
      shop: SHOP,
    },
    i18n: {
      locales: manifest.locales,
      language: languageOf(url, manifest),
      currency: CURRENCY,
      timezone: TIMEZONE,
    },
  };
}

function useStorage(storage: Map<string, unknown>, operation: StorageOperation): unknown {
  switch (operation.name) {
    case 'read':
      return storage.get(operation.key) ?? null;
    case 'write':
      return void storage.set(operation.key, operation.value);
    case 'delete':
      return void storage.delete(operation.key);
  }
}
