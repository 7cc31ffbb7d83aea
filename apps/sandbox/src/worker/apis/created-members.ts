import type { Surface } from '../../contract/surfaces.ts';
import type { Members } from '../../contract/worker-contract.ts';
import type { ApiContext } from './api-context.ts';
import { CREATORS } from './registry.ts';

/** Creates the members of a surface's APIs that are not values, by path. Keeps accessors. */
export function createdMembers(
  surface: Surface,
  hostFunctions: Iterable<string>,
  context: ApiContext,
): Members {
  const created: Members = {};
  for (const path of hostFunctions) created[path] = (...args: unknown[]) => context.call(path, ...args);
  for (const createMembers of CREATORS[surface]) {
    Object.defineProperties(created, Object.getOwnPropertyDescriptors(createMembers(context)));
  }
  return created;
}
