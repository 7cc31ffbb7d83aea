import type { Api } from '../api.ts';

/** A visitor who has not been asked for consent, in a region where nothing needs it. */
export const customerPrivacy: Api = {
  values: () => ({
    customerPrivacy: {
      allowedProcessing: { analytics: true, marketing: true, preferences: true, saleOfData: true },
      metafields: [],
      visitorConsent: {},
      shouldShowBanner: false,
      saleOfDataRegion: false,
      region: { countryCode: 'US', provinceCode: 'ME' },
    },
  }),
};
