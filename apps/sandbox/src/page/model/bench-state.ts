import { computed, signal } from '@preact/signals';
import type { Exchange } from '../../contract/exchange.ts';
import type { ExtensionState } from '../../contract/extension-state.ts';
import { parseUrlState } from '../../contract/url-state.ts';
import type { WorkerFacts, WorkerProblem } from '../../contract/worker-contract.ts';
import type { HandedOutToken } from './token-cache.ts';
import { judge } from './verdict.ts';

/** All that the page shows, as signals. `query` is that of its URL. */
export function createBenchState(query: string) {
  const parsed = parseUrlState(query);
  const url = signal(parsed.state);
  const extension = signal<ExtensionState>({ revision: 0, problems: [] });
  const exchanges = signal<readonly Exchange[]>([]);
  /** Up to this one, the exchanges belong to earlier runs. */
  const lastOfEarlierRuns = signal(0);
  const tokenError = signal<string | undefined>(undefined);

  const manifest = computed(() => extension.value.built?.manifest);
  const networkAccess = computed(
    () => url.value.networkAccess ?? manifest.value?.capabilities.networkAccess ?? false,
  );
  return {
    /** What the URL asks for and nobody knows. */
    ignored: computed(() => {
      const { target } = url.value;
      const targets = manifest.value?.targets.map((entry) => entry.target);
      return targets && target && !targets.includes(target)
        ? [...parsed.ignored, `target=${target}`]
        : parsed.ignored;
    }),
    /** The switches. */
    url,
    extension,
    manifest,
    networkAccess,
    /** The one of the extension's targets that runs. */
    target: computed(() => {
      const targets = manifest.value?.targets.map((entry) => entry.target) ?? [];
      return targets.find((name) => name === url.value.target) ?? targets[0];
    }),
    /** Newest last. */
    exchanges,
    lastOfEarlierRuns,
    /** What `sessionToken.get()` gave last, or why it threw. */
    token: signal<HandedOutToken | undefined>(undefined),
    tokenError,
    facts: signal<WorkerFacts | undefined>(undefined),
    problems: signal<readonly WorkerProblem[]>([]),
    running: signal(false),
    verdict: computed(() =>
      judge({
        networkAccess: networkAccess.value,
        exchanges: exchanges.value.filter((exchange) => exchange.id > lastOfEarlierRuns.value),
        ...(tokenError.value !== undefined && { tokenError: tokenError.value }),
      }),
    ),
  };
}

export type BenchState = ReturnType<typeof createBenchState>;
