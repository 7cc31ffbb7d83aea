import fp from 'fastify-plugin';
import type { Store } from './store.ts';

declare module 'fastify' {
  interface FastifyInstance {
    store: Store;
  }
}

/** Gives routes the store, and closes it when the last request has been answered. */
export const storeAccess = fp<{ store: Store }>(
  async (app, { store }) => {
    app.decorate('store', store);
    app.addHook('onClose', () => store.close());
  },
  { name: 'store' },
);
