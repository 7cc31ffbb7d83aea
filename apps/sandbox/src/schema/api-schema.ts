/**
 * The members of the `shopify` global per target. Generated from the types of @shopify/ui-extensions
 * (`pnpm --filter @session-token/sandbox schema`) and committed.
 */
export interface ApiSchemas {
  /** The package and version that the tables were read from. */
  source: string;
  /** Distinct sets of members; many targets share one. */
  shapes: ApiMembers[];
  /** The index in `shapes` of each target. */
  targets: Record<string, number>;
}

/** Members by path: `buyerIdentity.customer`. Paths that start with `window.` are globals of the worker. */
export type ApiMembers = Record<string, MemberKind>;

/**
 * `async`: a function that returns a promise. `signal`: an object with `value` and `subscribe()`. A
 * trailing `?` marks a member that the host may leave out.
 */
export type MemberKind = Kind | `${Kind}?`;
export type Kind = 'value' | 'signal' | 'function' | 'async';
