import type { Kind } from '../schema/api-schema.ts';
import type { Api, ApiContext, Members } from './api.ts';

/** Creates the members of a surface's APIs in the worker, by path. Keeps accessors. */
export function createdMembers(apis: readonly Api[], context: ApiContext): Members {
  const created: Members = {};
  for (const api of apis) {
    const members = api.create?.(context) ?? {};
    Object.defineProperties(created, Object.getOwnPropertyDescriptors(members));
  }
  return created;
}

/** Replaces a host function that the sandbox does not emulate. Rejects, or throws, with a message. */
export function notEmulated(path: string, kind: Kind, report: (message: string) => void) {
  const fail = (): never => {
    const message = `${path}() is not emulated by the sandbox.`;
    report(message);
    throw new Error(message);
  };
  return kind === 'async' ? async () => fail() : fail;
}
