import fp from 'fastify-plugin';
import { createSingleUse, type SingleUse } from './single-use.ts';

declare module 'fastify' {
  interface FastifyInstance {
    singleUse: SingleUse;
  }
}

/** Gives routes the guard that does a write once. */
export const singleUse = fp<{ now: () => number }>(
  async (app, { now }) => {
    app.decorate('singleUse', createSingleUse({ database: app.database, logger: app.log, now }));
  },
  { name: 'single-use', dependencies: ['database'] },
);
