import type { HostContext } from '../../apis/api.ts';
import { hostFunctions } from '../../apis/registry.ts';
import { membersOf } from '../../contract/api-tables.ts';
import { surfaceOf } from '../../contract/surfaces.ts';

/**
 * Creates the function that calls the APIs' functions in the page. It calls nothing but the functions of the
 * target's own members in the extension's API version: the caller is foreign code.
 * @throws TypeError for any other path.
 */
export function createHostCalls(target: string, apiVersion: string, context: HostContext) {
  const functions = hostFunctions(surfaceOf(target));
  const members = membersOf(target, apiVersion);
  return async (path: string, args: readonly unknown[]): Promise<unknown> => {
    const run = Object.hasOwn(members, path) ? functions.get(path) : undefined;
    if (!run) throw new TypeError(`${path}() is not available in ${target}.`);
    return (run as (context: HostContext, ...args: readonly unknown[]) => unknown)(context, ...args);
  };
}
