/** A user's mistake, explained in a few lines. Thrown before anything was done. */
export class UsageError extends Error {}
