import type { Api } from '../api.ts';

export const sessionToken: Api = {
  create: ({ host }) => ({ 'sessionToken.get': () => host.getSessionToken() }),
};
