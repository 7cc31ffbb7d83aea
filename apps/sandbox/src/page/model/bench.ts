/** The page's state, and all that can be done to it. Views read the signals and call the actions. */
import { batch, computed, effect, signal } from '@preact/signals';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { ExtensionState } from '../../contract/extension-state.ts';
import { formatUrlState, parseUrlState, type UrlState } from '../../contract/url-state.ts';
import type { StorageOperation, WorkerFacts, WorkerProblem } from '../../contract/worker-contract.ts';
import checkoutElements from '../../generated/checkout-elements.json' with { type: 'json' };
import type { ElementSchemas } from '../../schema/element-schema.ts';
import { runExtension } from './extension-host.ts';
import { sandboxApi } from './sandbox-api.ts';
import { CURRENCY, checkoutSignals, languageOf, SHOP, TIMEZONE } from './scene.ts';
import { createTokenCache, type HandedOutToken } from './token-cache.ts';
import { judge } from './verdict.ts';

export const SCHEMAS = checkoutElements as ElementSchemas;

const MAX_EXCHANGES = 200;

export function createBench() {
  const parsed = parseUrlState(location.search);
  const state = signal<UrlState>(parsed.state);
  const extension = signal<ExtensionState>({ revision: 0, problems: [] });
  const exchanges = signal<readonly Exchange[]>([]);
  const token = signal<HandedOutToken | undefined>(undefined);
  const tokenError = signal<string | undefined>(undefined);
  const facts = signal<WorkerFacts | undefined>(undefined);
  const problems = signal<readonly WorkerProblem[]>([]);
  const running = signal(false);
  /** The exchanges before this one belong to an earlier run. */
  const firstOfRun = signal(0);

  const manifest = computed(() => extension.value.built?.manifest);
  const target = computed(() => {
    const targets = manifest.value?.targets.map((entry) => entry.target) ?? [];
    return targets.find((name) => name === state.value.target) ?? targets[0];
  });
  const networkAccess = computed(
    () => state.value.networkAccess ?? manifest.value?.capabilities.networkAccess ?? false,
  );
  const verdict = computed(() =>
    judge({
      networkAccess: networkAccess.value,
      exchanges: exchanges.value.filter((exchange) => exchange.id > firstOfRun.value),
      ...(tokenError.value !== undefined && { tokenError: tokenError.value }),
    }),
  );

  const block = document.createElement('div');
  const cache = createTokenCache(() => {
    const { customer, fault } = state.peek();
    return sandboxApi.mint({
      target: target.peek()!,
      ...(customer && { customer }),
      ...(fault && { fault }),
    });
  });
  const storage = new Map<string, unknown>();
  let runtime: Promise<string> | undefined;
  let current: AbortController | undefined;

  async function getSessionToken(): Promise<string> {
    if (state.peek().fault === 'unavailable') {
      tokenError.value = 'sessionToken.get() threw: no token is to be had here.';
      throw new Error('Session token is not available');
    }
    token.value = await cache.get();
    return token.value.token;
  }

  const report = (problem: WorkerProblem) => {
    problems.value = [...problems.value, problem];
  };

  /** Starts the extension afresh, as loading the page of the surface again does. */
  async function rerun(): Promise<void> {
    const [built, runTarget] = [manifest.peek(), target.peek()];
    if (!built || !runTarget) return;
    current?.abort();
    const run = new AbortController();
    current = run;
    batch(() => {
      problems.value = [];
      facts.value = undefined;
      tokenError.value = undefined;
      firstOfRun.value = exchanges.value.at(-1)?.id ?? firstOfRun.value;
      running.value = true;
    });
    runtime ??= sandboxApi.script(ENDPOINTS.worker);
    try {
      const [runtimeCode, code] = await Promise.all([
        runtime,
        sandboxApi.script(ENDPOINTS.extension),
        sandboxApi.setNetwork({ serverDown: state.peek().serverDown }),
      ]);
      if (run.signal.aborted) return;
      const scriptUrl = new URL(ENDPOINTS.extension, location.href).href;
      const { editor } = state.peek();
      await runExtension(
        {
          runtime: runtimeCode,
          root: block,
          onFacts: (value) => {
            facts.value = value;
          },
          host: {
            getSessionToken,
            storage: async (operation) => useStorage(storage, operation),
            reload: rerun,
            report: async (problem) => report(problem),
          },
          start: {
            target: runTarget,
            code,
            scriptUrl,
            networkAccess: networkAccess.peek(),
            elements: elementsOf(runTarget),
            signals: checkoutSignals(state.peek(), built, networkAccess.peek()),
            constants: {
              extension: {
                target: runTarget,
                apiVersion: built.apiVersion,
                scriptUrl,
                ...(editor && { editor: { type: 'checkout' } }),
              },
              shop: SHOP,
            },
            i18n: {
              locales: built.locales,
              language: languageOf(state.peek(), built),
              currency: CURRENCY,
              timezone: TIMEZONE,
            },
          },
        },
        run.signal,
      );
    } catch (error) {
      if (!run.signal.aborted) report({ message: (error as Error).message });
    } finally {
      if (current === run) running.value = false;
    }
  }

  return {
    ignored: parsed.ignored,
    block,
    state,
    extension,
    manifest,
    target,
    networkAccess,
    exchanges,
    token,
    facts,
    problems,
    running,
    verdict,
    rerun,

    /** Turns a switch. What concerns the extension starts it afresh; a server that comes back does not. */
    change(changes: StateChange): void {
      const next = { ...state.value, ...changes } as UrlState;
      state.value = next;
      history.replaceState(null, '', formatUrlState(next) || location.pathname);
      const [name] = Object.keys(changes);
      if (name === 'theme') return;
      if (name === 'serverDown') {
        // Recovery is the extension's own: it must offer a way to try again.
        if (next.serverDown) void rerun();
        else void sandboxApi.setNetwork({ serverDown: false });
        return;
      }
      cache.drop();
      void rerun();
    },

    dropToken(): void {
      cache.drop();
      token.value = undefined;
    },

    clearExchanges(): void {
      batch(() => {
        firstOfRun.value = exchanges.value.at(-1)?.id ?? 0;
        exchanges.value = [];
      });
    },

    /** Follows what the sandbox tells; the first news of a bundle starts the extension. */
    connect(): void {
      const events = new EventSource(ENDPOINTS.events);
      events.addEventListener('exchange', (event) => {
        exchanges.value = [...exchanges.value, JSON.parse(event.data)].slice(-MAX_EXCHANGES);
      });
      events.addEventListener('extension', (event) => {
        const previous = extension.value.revision;
        extension.value = JSON.parse(event.data);
        if (extension.value.revision !== previous) void rerun();
      });
      effect(() => {
        const { theme } = state.value;
        if (theme) document.documentElement.dataset.theme = theme;
        else delete document.documentElement.dataset.theme;
      });
    },
  };
}

/** `undefined` takes a switch back to its default. */
export type StateChange = { [Name in keyof UrlState]?: UrlState[Name] | undefined };

export type Bench = ReturnType<typeof createBench>;

function elementsOf(target: string): ElementSchemas['elements'] {
  const tags = SCHEMAS.targets[target] ?? [];
  return Object.fromEntries(tags.map((tag) => [tag, SCHEMAS.elements[tag]!]));
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
