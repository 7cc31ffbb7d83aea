import { isHostElement } from '../elements/host-element.ts';
import type { SandboxState } from '../model/sandbox-state.ts';

const POLL_MS = 20;

/** The longest time that a block may show a spinner while it waits for nothing: extensions pause before they retry. */
const SPINNER_LIMIT_MS = 4_000;

/** The time that a pending block must stay unchanged before its look counts as final. */
const PENDING_MS = 150;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Run {
  state: SandboxState;
  /** The container of the extension's tree. */
  tree: HTMLElement;
  /** See `WorkerApi.idle`. */
  idle(): Promise<void>;
  /** Whether the state is one in which a request stays pending. */
  isPending: boolean;
  signal: AbortSignal;
}

/**
 * Resolves once a block has its final look: the extension has rendered, waits for nothing and shows no spinner, and its
 * tree has stopped changing. A state with a pending request is final when the request is pending.
 */
export async function whenAtRest({ state, tree, idle, isPending, signal }: Run): Promise<void> {
  let changes = 0;
  const observer = new MutationObserver(() => {
    changes += 1;
  });
  observer.observe(tree, { childList: true, subtree: true, characterData: true, attributes: true });
  let spinnerSince: number | undefined;
  try {
    for (;;) {
      signal.throwIfAborted();
      const before = changes;
      if (state.running.peek()) await pause(POLL_MS);
      else if (isPending && state.pending.peek().length > 0) {
        await pause(PENDING_MS);
        if (changes === before && state.pending.peek().length > 0) return;
      } else {
        // While a request is pending, the extension is not idle.
        const isIdle = await Promise.race([idle().then(() => true), pause(POLL_MS).then(() => false)]);
        await pause(0);
        if (!isIdle || changes !== before || hasTraffic(state)) continue;
        if (!hasSpinner(tree)) return;
        spinnerSince ??= performance.now();
        if (performance.now() - spinnerSince > SPINNER_LIMIT_MS) return;
        await pause(POLL_MS);
      }
    }
  } finally {
    observer.disconnect();
  }
}

const hasTraffic = (state: SandboxState): boolean =>
  state.running.peek() ||
  state.pending.peek().length > 0 ||
  state.graphqlExchanges.peek().some(({ finished }) => finished === undefined);

function hasSpinner(tree: HTMLElement): boolean {
  if (tree.querySelector('s-spinner, s-skeleton-paragraph')) return true;
  return [...tree.querySelectorAll('*')].some(
    (element) => isHostElement(element) && element.properties.loading === true,
  );
}
