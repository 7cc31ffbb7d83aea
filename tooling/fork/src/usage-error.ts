/** A user's mistake, explained in one line. Thrown before the first change. */
export class UsageError extends Error {}
