import type { Api } from '../api.ts';

export const sessionToken: Api = {
  host: { 'sessionToken.get': (page) => page.sessionToken() },
};
