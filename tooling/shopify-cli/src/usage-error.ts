/** A mistake of the person at the terminal, explained in a few lines. Nothing was done. */
export class UsageError extends Error {}
