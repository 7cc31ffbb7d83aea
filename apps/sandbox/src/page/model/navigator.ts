import { batch } from '@preact/signals';
import type { NavigateOptions } from '../../apis/api.ts';
import type { StateChange } from '../../contract/url-state.ts';
import type { NavigationType } from '../../contract/worker-contract.ts';
import { type Destination, destinationOf } from './destination.ts';
import type { SandboxState, Visit } from './sandbox-state.ts';

export interface NavigatorOptions {
  state: SandboxState;
  change(changes: StateChange): void;
  /** Gives the running extension a new entry of its history. */
  changeEntry(url: string, entryState: unknown, navigationType: NavigationType): void;
  showToast(text: string): void;
  report(message: string): void;
}

/** Follows links and `navigation.navigate()`, from one target to another or within a full page. */
export function createNavigator({ state, change, changeEntry, showToast, report }: NavigatorOptions) {
  const here = (): Visit => ({
    extension: state.extension.peek()?.id ?? '',
    target: state.target.peek() ?? '',
    path: state.url.peek().path,
    entryState: state.entryState.peek(),
  });

  function go(to: Visit, navigationType: NavigationType): void {
    const from = here();
    batch(() => {
      state.entryState.value = to.entryState;
      if (to.extension === from.extension && to.target === from.target) {
        change({ path: to.path });
        changeEntry(`extension:${to.path ?? '/'}`, to.entryState, navigationType);
      } else {
        change({ extension: to.extension, target: to.target, path: to.path });
      }
    });
  }

  function follow(destination: Destination, { state: entryState, history }: NavigateOptions): void {
    if (destination.kind === 'unknown') report(destination.message);
    else if (destination.kind === 'elsewhere') showToast(`Shopify would open ${destination.title}`);
    else {
      const isReplacing = history === 'replace';
      if (!isReplacing) state.visits.value = [...state.visits.peek(), here()];
      const { extension, target, path } = destination;
      go({ extension, target, path, entryState }, isReplacing ? 'replace' : 'push');
    }
  }

  return {
    followLink(url: string, options: NavigateOptions = {}): void {
      const extension = state.extension.peek();
      if (!extension) return;
      const context = {
        extension,
        extensions: state.extensions.peek(),
        target: state.target.peek() ?? '',
        storefrontUrl: state.scene.peek().shop.storefrontUrl,
      };
      follow(destinationOf(String(url), context), options);
    },
    /** Goes back to where the last link was followed. */
    back(): void {
      const last = state.visits.peek().at(-1);
      if (!last) return;
      state.visits.value = state.visits.peek().slice(0, -1);
      go(last, 'traverse');
    },
  };
}
