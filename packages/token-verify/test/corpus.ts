import type { CorpusContext } from '@session-token/token-issuer/corpus';
import { CLIENT_ID, NOW_SECONDS, SECRET, SHOP } from './setup.ts';

/** The app, the shop and the clock of the tests. */
export const CONTEXT: CorpusContext = {
  clientId: CLIENT_ID,
  secret: SECRET,
  shop: SHOP,
  nowSeconds: NOW_SECONDS,
};
