import { handleShutdownSignals } from './shutdown.ts';

/** Handles signals as soon as this module is loaded. As process 1 of a container, Node ignores them until then. */
export const shutdown = handleShutdownSignals();
