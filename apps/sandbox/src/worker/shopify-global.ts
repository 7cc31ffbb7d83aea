import { baseKind, isFunction, isOptional } from '../apis/members.ts';
import type { ExtensionStart, HostApi } from '../contract/worker-contract.ts';
import type { ApiContext } from './apis/api-context.ts';
import { createdMembers } from './apis/created-members.ts';
import { notEmulated } from './apis/not-emulated.ts';
import { createSignalStore, type SignalClass } from './signals.ts';

export type Registry = Map<string, (...args: unknown[]) => unknown>;

/**
 * Builds the `shopify` global of a target, and its globals besides `shopify`, with exactly the members
 * that the types give the target. Both must exist before the bundle is evaluated.
 */
export function createShopifyGlobal(start: ExtensionStart, host: HostApi, report: (message: string) => void) {
  const { surface, target, members, hostFunctions, values, i18n, entry } = start;
  const registry: Registry = new Map();
  const signals = createSignalStore(values, { isReadonly: surface === 'pos' });
  const listeners = new Map<string, ((detail: unknown) => void)[]>();
  const on: ApiContext['on'] = (event, listener) => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  };
  const call = (path: string, ...args: unknown[]) => host.call(path, args);
  const created = createdMembers(surface, hostFunctions, {
    target,
    on,
    signals,
    call,
    graphql: host.graphql,
    i18n,
    entry,
    report,
    fetch: (input, init) => globalThis.fetch(input, init),
  });
  const shopify: Record<string, unknown> = {
    extend(extensionTarget: string, run: (...args: unknown[]) => unknown): void {
      registry.set(extensionTarget, run);
    },
    /** Called by `import '@shopify/ui-extensions/preact'`. */
    setSignals: (Signal: SignalClass) => signals.use(Signal),
  };
  const globals: Record<string, unknown> = {};

  for (const [path, kind] of Object.entries(members)) {
    if (path in shopify) continue;
    const [root, at] = path.startsWith('window.') ? [globals, path.slice(7)] : [shopify, path];
    const own = Object.getOwnPropertyDescriptor(created, path);
    if (own) define(root, at, own);
    else if (isFunction(kind)) {
      if (!isOptional(kind)) define(root, at, { value: notEmulated(path, baseKind(kind), report) });
    } else if (!Object.hasOwn(values, path)) {
      if (!isOptional(kind)) define(root, at, { value: undefined });
    } else if (baseKind(kind) === 'signal') define(root, at, { get: () => signals.at(path) });
    else define(root, at, { value: structuredClone(values[path]) });
  }
  function emit(event: string, detail: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(detail);
  }
  return { shopify, globals, registry, updateSignals: signals.update, emit };
}

/** Defines a property at a path, with the objects that lead to it. */
function define(root: Record<string, unknown>, path: string, descriptor: PropertyDescriptor): void {
  const names = path.split('.');
  const last = names.pop()!;
  let at = root;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Record<string, unknown>;
  }
  Object.defineProperty(at, last, { ...descriptor, enumerable: true, configurable: true });
}
