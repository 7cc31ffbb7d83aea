import { POS_EVENTS } from '../../contract/pos-events.ts';
import type { CreateMembers } from './api-context.ts';

type Listener = (event: unknown) => void;

/** Events of the host, which the page's POS controls raise. Only the background target has them. */
export const createEvents: CreateMembers = ({ on, report }) => {
  const listeners = new Map<string, Set<Listener>>();
  for (const name of POS_EVENTS) {
    const own = new Set<Listener>();
    listeners.set(name, own);
    on(name, (event) => {
      for (const listener of own) {
        // An error in one listener affects no other.
        try {
          listener(event);
        } catch (error) {
          report(`A listener of ${name} threw: ${(error as Error)?.message ?? error}`);
        }
      }
    });
  }
  return {
    addEventListener(name: string, listener: Listener) {
      const known = listeners.get(name);
      if (!known) report(`addEventListener(): POS has no event ${JSON.stringify(name)}.`);
      known?.add(listener);
    },
    removeEventListener: (name: string, listener: Listener) => void listeners.get(name)?.delete(listener),
  };
};
