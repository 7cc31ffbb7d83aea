import { object, text, type ValueOf } from './schema.ts';

export const ACCOUNT_SCHEMA = object(
  {
    fulfillmentId: text(),
    returnId: text(),
    companyName: text('A company, if `company` is not set.'),
    companyLocationId: text('A location of a company, if `company` is not set.'),
  },
  'What the pages of the customer account are about, besides the order.',
);

export const DEFAULT_ACCOUNT: ValueOf<typeof ACCOUNT_SCHEMA> = {
  fulfillmentId: 'gid://shopify/Fulfillment/1',
  returnId: 'gid://shopify/Return/1',
  companyName: 'Hale Coffee Bars',
  companyLocationId: 'gid://shopify/CompanyLocation/1',
};
