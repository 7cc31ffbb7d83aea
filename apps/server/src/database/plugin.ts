import fp from 'fastify-plugin';
import type { Database } from './database.ts';

declare module 'fastify' {
  interface FastifyInstance {
    database: Database;
  }
}

/** Decorates the app with the database, which is closed after the last response. */
export const databasePlugin = fp<{ database: Database }>(
  async (app, { database }) => {
    app.decorate('database', database);
    app.addHook('onClose', () => database.close());
  },
  { name: 'database' },
);
