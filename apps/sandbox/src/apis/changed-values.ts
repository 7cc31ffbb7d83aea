import type { MemberValues } from '../contract/worker-contract.ts';

/** The values that differ from those that the worker has: an unchanged value must not notify its subscribers. */
export function changedValues(known: MemberValues, values: MemberValues): MemberValues {
  const isChanged = ([path, value]: [string, unknown]) =>
    !Object.is(known[path], value) && JSON.stringify(known[path]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(values).filter(isChanged));
}
