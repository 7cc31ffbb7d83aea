import type { CreateMembers } from './api-context.ts';

/** Never aborts: each query of an address starts the extension again. */
export const createAbortSignal: CreateMembers = () => ({ signal: new AbortController().signal });
