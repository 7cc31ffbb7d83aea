import { effect, type ReadonlySignal } from '@preact/signals';

/** The part of the page's state that tells whether something is going on. */
interface Activity {
  running: ReadonlySignal<boolean>;
  pending: ReadonlySignal<readonly unknown[]>;
  exchanges: ReadonlySignal<readonly unknown[]>;
  graphqlExchanges: ReadonlySignal<readonly { finished?: unknown }[]>;
  target: ReadonlySignal<string | undefined>;
  extensions: ReadonlySignal<readonly unknown[]>;
}

/**
 * Follows a page from its start. The returned function resolves once the extension has rendered and no request has been
 * pending for `quietMs`, or once it is certain that nothing can run. Timers of the extension are not awaited.
 */
export function followActivity(model: Activity): (quietMs: number) => Promise<void> {
  let hasRun = false;
  effect(() => {
    if (model.running.value) hasRun = true;
  });

  return (quietMs) =>
    new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const dispose = effect(() => {
        const isIdle = isQuiet(model) && (hasRun || cannotRun(model));
        clearTimeout(timer);
        if (!isIdle) return;
        timer = setTimeout(() => {
          dispose();
          resolve();
        }, quietMs);
      });
    });
}

/** Reads every signal, so that each change begins the quiet time again. */
function isQuiet({ running, pending, exchanges, graphqlExchanges }: Activity): boolean {
  const isPending = [
    running.value,
    pending.value.length > 0,
    graphqlExchanges.value.some(({ finished }) => finished === undefined),
  ];
  void exchanges.value;
  return !isPending.includes(true);
}

/** The builds have ended, and none of them is for the target. */
const cannotRun = ({ extensions, target }: Activity) =>
  extensions.value.length > 0 && target.value === undefined;
