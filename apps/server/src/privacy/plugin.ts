import fp from 'fastify-plugin';
import type { PendingRequests } from '../observability/service-metrics.ts';
import type { PersonalData } from './personal-data.ts';
import { createPrivacyQueue, type PrivacyQueue } from './privacy-queue.ts';

declare module 'fastify' {
  interface FastifyInstance {
    privacyQueue: PrivacyQueue;
  }
}

export interface PrivacyOptions {
  personalData: Readonly<Record<string, PersonalData>>;
  now: () => number;
  /** Called with what is left after each run of the queue. */
  onPending?: ((pending: PendingRequests) => void) | undefined;
}

/** Decorates the app with the queue of privacy requests, and resumes pending requests. */
export const privacyQueue = fp<PrivacyOptions>(
  async (app, options) => {
    const queue = createPrivacyQueue({ ...options, database: app.database, logger: app.log });
    app.decorate('privacyQueue', queue);
    app.addHook('onReady', async () => void queue.processPending());
    app.addHook('onClose', () => queue.stop());
  },
  { name: 'privacy-queue', dependencies: ['database'] },
);
