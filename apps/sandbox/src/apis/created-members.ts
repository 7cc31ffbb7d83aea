import type { Kind } from '../schema/api-schema.ts';
import type { Api, ApiContext, Members } from './api.ts';

/** What the APIs of a surface create in the worker, by path. Keeps accessors as they are. */
export function createdMembers(apis: readonly Api[], context: ApiContext): Members {
  const created: Members = {};
  for (const api of apis) {
    const members = api.create?.(context) ?? {};
    Object.defineProperties(created, Object.getOwnPropertyDescriptors(members));
  }
  return created;
}

/** Stands in for a function of the host that the sandbox does not have: rejects, or throws, and says so. */
export function notEmulated(path: string, kind: Kind, report: (message: string) => void) {
  const fail = (): never => {
    const message = `${path}() is not emulated by the sandbox.`;
    report(message);
    throw new Error(message);
  };
  return kind === 'async' ? async () => fail() : fail;
}
