import type { Fields, RecordContext } from './record-context.ts';
import type { ShopState } from './shop-state.ts';

/** Everything that a response is made from. */
export interface MockContext extends RecordContext {
  state: ShopState;
  /** Counts a resolved field and the characters of its value. Throws at the limit. */
  spend(characters?: number): void;
  /** Collects remarks about the data. */
  note(text: string): void;
}

/** An object of a response. */
export interface MockNode {
  typeName: string;
  /** Identifies the object among all responses, so that it always has the same data. */
  seed: string;
  /** The ID, if the type has one. */
  id?: string;
  /** The developer's own data, as written. It wins. */
  given?: Fields;
  /** Known data. A value that does not fit its field is ignored. */
  known: Fields;
  /** Known data of the shop, computed when it is needed. */
  record?: () => Fields;
}

/** A value before it is completed to the type of its field. */
export interface Value {
  data: unknown;
  isGiven: boolean;
}

/** An item of a connection, which `nodes` and `edges` share. */
export class ConnectionItem {
  readonly seed: string;
  readonly value: Value | undefined;

  constructor(seed: string, value: Value | undefined) {
    this.seed = seed;
    this.value = value;
  }
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
