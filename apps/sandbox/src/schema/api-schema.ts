import type { ByTarget } from './version-history.ts';

/**
 * The members of the `shopify` global per target of one surface in one API version. Generated from the
 * types of @shopify/ui-extensions (`pnpm --filter @session-token/sandbox schema`) and committed.
 */
export type ApiTable = ByTarget<ApiMembers>;

/** Members by path: `buyerIdentity.customer`. Paths that start with `window.` are globals of the worker. */
export type ApiMembers = Record<string, MemberKind>;

/**
 * `async`: a function that returns a promise. `signal`: an object with `value` and `subscribe()`. A
 * trailing `?` marks a member that the host may leave out.
 */
export type MemberKind = Kind | `${Kind}?`;
export type Kind = 'value' | 'signal' | 'function' | 'async';
