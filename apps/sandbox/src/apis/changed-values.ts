import type { Members } from '../contract/worker-contract.ts';

/** The values that differ from those that the worker has: an unchanged value must not notify its subscribers. */
export function changedValues(known: Members, values: Members): Members {
  const isChanged = ([path, value]: [string, unknown]) =>
    !Object.is(known[path], value) && JSON.stringify(known[path]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(values).filter(isChanged));
}
