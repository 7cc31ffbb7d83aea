import { UsageError } from '../usage-error.ts';

/** HTTP statuses, in ascending order. */
export type Statuses = readonly number[];

/** Reads a list of statuses and ranges, such as `200-299,304`. @throws {UsageError} */
export function parseStatuses(name: string, text: string): Statuses {
  const statuses = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
    const count = Number(last) - Number(first) + 1;
    if (!(count >= 1)) throw new UsageError(`${name} takes statuses such as 401,403 or 200-299`);
    return Array.from({ length: count }, (_, index) => Number(first) + index);
  });
  // A busy server says nothing about the token.
  if (statuses.includes(429))
    throw new UsageError(`${name} must not contain 429: the attack waits and retries`);
  return [...new Set(statuses)].sort((a, b) => a - b);
}
