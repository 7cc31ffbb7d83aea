import type { WorkerScope } from './globals.ts';

/** The names by which code written for a page refers to its global scope. `self` is native. */
const NAMES = ['window', 'parent', 'top'];

/**
 * Makes `window` the worker's global scope. Remote DOM's own `window` has only the DOM, so code would find
 * `setInterval` but not `window.setInterval`. Removes the native `close()`, which would end the worker.
 */
export function exposeWindow(scope: WorkerScope): void {
  for (const name of NAMES) {
    Object.defineProperty(scope, name, { value: scope, configurable: true, writable: true });
  }
  Object.defineProperty(scope, 'close', { value: undefined, configurable: true, writable: true });
}
