/** The app, the shop and the time that a token is minted for. */
export interface CorpusContext {
  /** The app's client id. */
  clientId: string;
  /** The app's client secret, which signs the tokens. */
  secret: string;
  /** The shop, as `name.myshopify.com`. */
  shop: string;
  /** The current time, in whole seconds since the epoch. */
  nowSeconds: number;
  /**
   * The caller of hostile tokens whose fault is the same for every caller. A route that serves staff alone would reject
   * a guest's token anyway. Default: `guest`.
   */
  holder?: 'guest' | 'customer' | 'staff';
}
