import type { Kind } from '../schema/api-schema.ts';
import type { Api, ApiContext, HostFunction, Members } from './api.ts';

/** Creates the members of a surface's APIs in the worker, by path. Keeps accessors. */
export function createdMembers(apis: readonly Api[], context: ApiContext): Members {
  const created: Members = {};
  for (const path of hostFunctions(apis).keys()) {
    created[path] = (...args: unknown[]) => context.call(path, ...args);
  }
  for (const api of apis) {
    const members = api.create?.(context) ?? {};
    Object.defineProperties(created, Object.getOwnPropertyDescriptors(members));
  }
  return created;
}

/** The functions that run in the page, by path. */
export const hostFunctions = (apis: readonly Api[]): ReadonlyMap<string, HostFunction> =>
  new Map(apis.flatMap(({ host = {} }) => Object.entries(host)));

/** Replaces a host function that the sandbox does not emulate. Rejects, or throws, with a message. */
export function notEmulated(path: string, kind: Kind, report: (message: string) => void) {
  const fail = (): never => {
    const message = `${path}() is not emulated by the sandbox.`;
    report(message);
    throw new Error(message);
  };
  return kind === 'async' ? async () => fail() : fail;
}
