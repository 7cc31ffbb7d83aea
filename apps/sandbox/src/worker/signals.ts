import type { SignalValues } from '../contract/worker-contract.ts';

/** What the `shopify` global hands out for every value that may change (`SubscribableSignalLike`). */
export interface ExtensionSignal {
  value: unknown;
  subscribe(listener: (value: unknown) => void): () => void;
  readonly current: unknown;
  destroy(): Promise<void>;
}

export type SignalClass = new (value: unknown) => Pick<ExtensionSignal, 'value' | 'subscribe'>;

/** For extensions that do not import `@shopify/ui-extensions/preact`, and with it Preact's signals. */
class PlainSignal {
  #value: unknown;
  readonly #listeners = new Set<(value: unknown) => void>();

  constructor(value: unknown) {
    this.#value = value;
  }

  get value(): unknown {
    return this.#value;
  }

  set value(value: unknown) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }

  subscribe(listener: (value: unknown) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * The signals of the `shopify` global, each made when it is first asked for: by then the extension
 * has said which signal class it draws with (`shopify.setSignals`).
 */
export function createSignalStore(values: SignalValues) {
  let SignalOfChoice: SignalClass = PlainSignal;
  const current = new Map(Object.entries(values));
  const made = new Map<string, ExtensionSignal>();

  const signal = (path: string): ExtensionSignal => {
    let existing = made.get(path);
    if (!existing) {
      existing = complete(new SignalOfChoice(current.get(path)));
      made.set(path, existing);
    }
    return existing;
  };

  return {
    use(Signal: SignalClass): void {
      SignalOfChoice = Signal;
    },
    update(changes: SignalValues): void {
      for (const [path, value] of Object.entries(changes)) {
        current.set(path, value);
        const existing = made.get(path);
        if (existing) existing.value = value;
      }
    },
    /**
     * Puts every signal where its path says: `{ buyerIdentity: { customer: signal } }`. Targets that draw
     * nothing are given the values themselves.
     */
    install(target: Record<string, unknown>, as: 'signals' | 'values' = 'signals'): void {
      for (const path of current.keys()) {
        const names = path.split('.');
        const last = names.pop()!;
        let at = target;
        for (const name of names) {
          at[name] ??= {};
          at = at[name] as Record<string, unknown>;
        }
        const get = () => (as === 'signals' ? signal(path) : current.get(path));
        Object.defineProperty(at, last, { get, enumerable: true, configurable: true });
      }
    },
  };
}

function complete(signal: InstanceType<SignalClass>): ExtensionSignal {
  return Object.defineProperties(signal, {
    current: { get: () => signal.value, configurable: true },
    destroy: { value: async () => {}, configurable: true },
  }) as ExtensionSignal;
}
