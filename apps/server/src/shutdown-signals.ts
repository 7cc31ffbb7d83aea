import { handleShutdownSignals } from './shutdown.ts';

/** Handles signals from the moment that this module is loaded: as process 1 of a container, Node ignores them until then. */
export const shutdown = handleShutdownSignals();
