import fp from 'fastify-plugin';
import type { PersonalData } from './personal-data.ts';
import { createPrivacyRequests, type PrivacyRequests } from './request-runner.ts';

declare module 'fastify' {
  interface FastifyInstance {
    privacyRequests: PrivacyRequests;
  }
}

export interface PrivacyOptions {
  personalData: Readonly<Record<string, PersonalData>>;
  now: () => number;
}

/** Gives routes the inbox of what Shopify asks for about personal data, and goes on with what an earlier process left. */
export const privacyRequests = fp<PrivacyOptions>(
  async (app, options) => {
    const requests = createPrivacyRequests({ ...options, database: app.database, logger: app.log });
    app.decorate('privacyRequests', requests);
    app.addHook('onReady', async () => requests.wake());
    app.addHook('onClose', () => requests.stop());
  },
  { name: 'privacy-requests', dependencies: ['database'] },
);
