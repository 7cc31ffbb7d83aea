import { membersOf } from '../contract/api-tables.ts';
import { surfaceOf } from '../contract/surfaces.ts';
import type { Members } from '../contract/worker-contract.ts';
import type { Api, ApiInput } from './api.ts';
import { hasValue, isFunction, isOptional, valueAt } from './members.ts';
import { APIS } from './registry.ts';

/** The values and signals of a target, by path. Leaves out optional members that have no value now. */
export function targetValues(input: ApiInput): Members {
  const all = { ...allValues(APIS[surfaceOf(input.target)], input), ...input.scene.members };
  const values: Members = {};
  for (const [path, kind] of Object.entries(membersOf(input.target, input.manifest.apiVersion))) {
    if (isFunction(kind)) continue;
    if (hasValue(all, path) || !isOptional(kind)) values[path] = valueAt(all, path);
  }
  return values;
}

/** The values of every API of a surface, regardless of the target's members. */
export const allValues = (apis: readonly Api[], input: ApiInput): Members =>
  Object.assign({}, ...apis.map((api) => api.values?.(input)));
