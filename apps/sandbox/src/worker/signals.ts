import type { Members } from '../contract/worker-contract.ts';

/** A value of the `shopify` global that may change (`SubscribableSignalLike`). */
export interface ExtensionSignal {
  value: unknown;
  subscribe(listener: (value: unknown) => void): () => void;
  readonly current: unknown;
  destroy(): Promise<void>;
}

export type SignalClass = new (value: unknown) => Pick<ExtensionSignal, 'value' | 'subscribe'>;

/** For extensions that do not import `@shopify/ui-extensions/preact`, which brings Preact's signals. */
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
 * Creates each signal when it is first read: by then the extension has chosen its signal class
 * (`shopify.setSignals`). The signals of POS are read-only: they have no `current` and no `destroy()`.
 */
export function createSignalStore(values: Members, { isReadonly = false } = {}) {
  let ChosenSignal: SignalClass = PlainSignal;
  const current = new Map(Object.entries(values));
  const created = new Map<string, ExtensionSignal>();

  return {
    use(Signal: SignalClass): void {
      ChosenSignal = Signal;
    },
    /** The signal at a path such as `buyerIdentity.customer`. */
    at(path: string): ExtensionSignal {
      const existing = created.get(path);
      if (existing) return existing;
      const plain = new ChosenSignal(current.get(path));
      const signal = isReadonly ? (plain as ExtensionSignal) : complete(plain);
      created.set(path, signal);
      return signal;
    },
    update(changes: Members): void {
      for (const [path, value] of Object.entries(changes)) {
        current.set(path, value);
        const existing = created.get(path);
        if (existing) existing.value = value;
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
