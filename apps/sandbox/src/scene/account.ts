/** What the pages of the customer account are about, besides the order. */
export interface AccountScene {
  fulfillmentId: string;
  returnId: string;
  /** A location of the company that a B2B customer buys for. */
  companyLocationId: string;
}

export const DEFAULT_ACCOUNT: AccountScene = {
  fulfillmentId: 'gid://shopify/Fulfillment/1',
  returnId: 'gid://shopify/Return/1',
  companyLocationId: 'gid://shopify/CompanyLocation/1',
};
