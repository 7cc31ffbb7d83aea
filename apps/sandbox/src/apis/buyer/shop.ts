import type { Api } from '../api.ts';

export const shop: Api = {
  values({ scene: { shop } }) {
    const { id, name, myshopifyDomain, storefrontUrl } = shop;
    return { shop: { id, name, myshopifyDomain, storefrontUrl } };
  },
};
