import { SHOP } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

const { id, name, myshopifyDomain, storefrontUrl } = SHOP;

export const shop: Api = {
  values: () => ({ shop: { id, name, myshopifyDomain, storefrontUrl } }),
};
