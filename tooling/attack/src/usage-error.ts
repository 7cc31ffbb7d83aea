/** A mistake in the command line or its files. The message says what to do and never contains a secret. */
export class UsageError extends Error {}
