import { computed, signal } from '@preact/signals';
import type { Exchange } from '../../contract/exchange.ts';
import type { ExtensionState } from '../../contract/extension-state.ts';
import type { Hello } from '../../contract/live-events.ts';
import type { ServerState } from '../../contract/server-state.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { hasFault } from '../../contract/token-faults.ts';
import { parseUrlState } from '../../contract/url-state.ts';
import type { WorkerFacts, WorkerProblem } from '../../contract/worker-contract.ts';
import { chooseExtension } from './choose-extension.ts';
import { targetsOf } from './element-tables.ts';
import type { ConnectionState } from './live-connection.ts';
import type { HandedOutToken } from './minted-token.ts';
import { outcomeOf } from './outcome.ts';

/** All that the page shows, as signals. `query` is that of its URL. */
export function createSandboxState(query: string) {
  const parsed = parseUrlState(query);
  const url = signal(parsed.state);
  const hello = signal<Hello | undefined>(undefined);
  const server = signal<ServerState>({ status: 'starting', starts: 0 });
  const connection = signal<ConnectionState>('connecting');
  const extensions = signal<readonly ExtensionState[]>([]);
  const exchanges = signal<readonly Exchange[]>([]);
  /** Up to this one, the exchanges belong to earlier runs. */
  const lastOfEarlierRuns = signal(0);
  const tokenError = signal<string | undefined>(undefined);

  const isKnown = computed(() => {
    const { target } = url.value;
    return target === undefined || targetsOf(surfaceOf(target)).includes(target);
  });
  const chosen = computed(() => {
    const { target, extension } = url.value;
    return chooseExtension(extensions.value, {
      ...(target && isKnown.value && { target }),
      ...(extension && { extension }),
    });
  });
  const extension = computed(() => chosen.value?.extension);
  const manifest = computed(() => extension.value?.built?.manifest);
  const target = computed(() => chosen.value?.target);
  const surface = computed(() => surfaceOf(target.value ?? url.value.target ?? ''));
  const networkAccess = computed(
    () =>
      url.value.networkAccess ??
      // POS has no such capability: fetch is there.
      (surface.value === 'pos' || (manifest.value?.capabilities.networkAccess ?? false)),
  );
  return {
    /** What the URL asks for and nobody knows, or nobody here has. */
    ignored: computed(() => {
      const { target: asked, fault, extension: id } = url.value;
      const isServed = !asked || extensions.value.length === 0 || asked === target.value;
      const isHere = !id || extensions.value.length === 0 || extensions.value.some((one) => one.id === id);
      return [
        ...parsed.ignored,
        ...(isServed ? [] : [`target=${asked}`]),
        ...(isHere ? [] : [`extension=${id}`]),
        ...(fault && !hasFault(surface.value, fault) ? [`fault=${fault}`] : []),
      ];
    }),
    /** The switches. */
    url,
    hello,
    connection,
    server,
    extensions,
    extension,
    manifest,
    networkAccess,
    surface,
    target,
    isDeclared: computed(() => chosen.value?.isDeclared ?? true),
    /** The full-screen target that the extension has presented. */
    modalTarget: signal<string | undefined>(undefined),
    toasts: signal<readonly string[]>([]),
    /** What a target that draws nothing has returned. */
    output: signal<{ value: unknown } | undefined>(undefined),
    /** Newest last. */
    exchanges,
    lastOfEarlierRuns,
    /** What `sessionToken.get()` gave last, or why it gave none. */
    token: signal<HandedOutToken | undefined>(undefined),
    tokenError,
    facts: signal<WorkerFacts | undefined>(undefined),
    problems: signal<readonly WorkerProblem[]>([]),
    running: signal(false),
    outcome: computed(() =>
      outcomeOf({
        networkAccess: networkAccess.value,
        exchanges: exchanges.value.filter((exchange) => exchange.id > lastOfEarlierRuns.value),
        ...(tokenError.value !== undefined && { tokenError: tokenError.value }),
      }),
    ),
  };
}

export type SandboxState = ReturnType<typeof createSandboxState>;
