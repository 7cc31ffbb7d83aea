/**
 * Resolves at the end of this turn of the event loop. `undefined` in runtimes without `setImmediate`. Keeps the
 * function that exists when the module loads, so that fake timers of a test do not stop a verification.
 */
export const endOfTurn = createEndOfTurn(globalThis.setImmediate);

function createEndOfTurn(schedule: typeof setImmediate | undefined): (() => Promise<void>) | undefined {
  return schedule && (() => new Promise((resolve) => schedule(resolve)));
}
