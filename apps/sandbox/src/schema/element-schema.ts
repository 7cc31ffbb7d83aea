import type { ByTarget } from './version-history.ts';

/**
 * The `s-*` elements of one surface in one API version, as a host must define them. @shopify/ui-extensions
 * ships only their types, so the tables are generated from the types
 * (`pnpm --filter @session-token/sandbox schema`) and committed.
 */
export interface ElementTable {
  elements: Readonly<Record<string, ElementSchema>>;
  /** The tag names that each target may use; none where the target renders nothing. */
  targets: ByTarget<Readonly<Record<string, true>>>;
}

export interface ElementSchema {
  /** Property name → the kinds of values it takes. */
  properties: Record<string, PropertyKind>;
  /** DOM event names: `click`, `afterhide`. */
  events: string[];
  slots: string[];
  methods: string[];
}

/** `any`: a union of several kinds, not checked. */
export type PropertyKind = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'function' | 'any';
