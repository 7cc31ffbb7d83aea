import { applyPatch, createPatch, type MergePatch } from './merge-patch.ts';

/**
 * A table for every API version, oldest first. The first entry is the whole table, each later one a patch
 * of the entry before it, so the committed files list what a version changed.
 */
export type VersionHistory<Table extends object> = Readonly<Record<string, Table | MergePatch>>;

/** Stores tables by API version, oldest first. */
export function toHistory<Table extends object>(
  tables: readonly (readonly [apiVersion: string, table: Table])[],
): VersionHistory<Table> {
  return Object.fromEntries(
    tables.map(([apiVersion, table], index) => {
      const before = tables[index - 1]?.[1];
      return [apiVersion, before ? createPatch(before, table) : table];
    }),
  );
}

/** Returns a function that looks up the table of an API version, and computes it on first use. */
export function createTables<Table extends object>(history: VersionHistory<Table>) {
  const versions = Object.keys(history);
  const tables = new Map<string, Table>();
  return function tableOf(apiVersion: string): Table {
    const known = tables.get(apiVersion);
    if (known) return known;
    const index = versions.indexOf(apiVersion);
    if (index < 0) throw new TypeError(`No table for API version ${apiVersion}.`);
    const entry = history[apiVersion]!;
    const table =
      index === 0 ? (entry as Table) : applyPatch(tableOf(versions[index - 1]!), entry as MergePatch);
    tables.set(apiVersion, table);
    return table;
  };
}

/** Values by target. A string names another target that has the same value. */
export type ByTarget<Value extends object> = Readonly<Record<string, Value | string>>;

/** Stores each distinct value once, at the first target that has it. */
export function shareValues<Value extends object>(
  values: readonly (readonly [target: string, value: Value])[],
): ByTarget<Value> {
  const firstWith = new Map<string, string>();
  return Object.fromEntries(
    values.map(([target, value]) => {
      const key = JSON.stringify(value);
      const first = firstWith.get(key);
      if (first !== undefined) return [target, first];
      firstWith.set(key, target);
      return [target, value];
    }),
  );
}

/** The value of a target, or `undefined` for an unknown one. */
export function valueFor<Value extends object>(values: ByTarget<Value>, target: string): Value | undefined {
  if (!Object.hasOwn(values, target)) return undefined;
  const value = values[target];
  return typeof value === 'string' ? valueFor(values, value) : value;
}
