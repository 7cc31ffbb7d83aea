import type { Api } from '../api.ts';

/** Accepts events and visitors, and sends them nowhere. */
export const analytics: Api = {
  create: () => ({
    'analytics.publish': async () => true,
    'analytics.visitor': async () => ({ type: 'success' }),
  }),
  inert: ['analytics.publish', 'analytics.visitor'],
};
