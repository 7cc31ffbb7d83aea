import type { Members } from '../contract/worker-contract.ts';
import type { Kind, MemberKind } from '../schema/api-schema.ts';

export const isOptional = (kind: MemberKind) => kind.endsWith('?');
export const baseKind = (kind: MemberKind) => kind.replace('?', '') as Kind;
export const isFunction = (kind: MemberKind) => baseKind(kind) === 'function' || baseKind(kind) === 'async';

const partsOf = (values: Members, path: string) =>
  Object.keys(values).filter((name) => name.startsWith(`${path}.`));

/** Whether an API has a value at a path, including `undefined`. */
export const hasValue = (values: Members, path: string): boolean =>
  Object.hasOwn(values, path) || partsOf(values, path).length > 0;

/**
 * The value at a path. Builds an object from `extension.target` and its siblings where a target has one
 * value `extension`.
 */
export function valueAt(values: Members, path: string): unknown {
  const parts = partsOf(values, path);
  if (Object.hasOwn(values, path) || parts.length === 0) return values[path];
  return Object.fromEntries(parts.map((name) => [name.slice(path.length + 1), values[name]]));
}
