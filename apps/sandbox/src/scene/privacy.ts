import { Type } from 'typebox';
import { flag, list, object, optional, text, type ValueOf } from './schema.ts';

const CONSENT = {
  analytics: optional(flag()),
  marketing: optional(flag()),
  preferences: optional(flag()),
  saleOfData: optional(flag()),
};
export const CONSENT_SCHEMA = object(CONSENT);

export const PRIVACY_SCHEMA = object(
  {
    allowedProcessing: object({
      analytics: flag(),
      marketing: flag(),
      preferences: flag(),
      saleOfData: flag(),
    }),
    metafields: list(object({ key: text(undefined, 255), value: text() })),
    visitorConsent: CONSENT_SCHEMA,
    shouldShowBanner: flag(),
    saleOfDataRegion: flag(),
    region: object({
      countryCode: optional(Type.String({ pattern: '^[A-Z]{2}$' })),
      provinceCode: optional(text()),
    }),
  },
  'The consent of the visitor: `customerPrivacy`.',
);
export type Privacy = ValueOf<typeof PRIVACY_SCHEMA>;

/** A visitor who has not been asked for consent, in a region where nothing needs it. */
export const DEFAULT_PRIVACY: Privacy = {
  allowedProcessing: { analytics: true, marketing: true, preferences: true, saleOfData: true },
  metafields: [],
  visitorConsent: {},
  shouldShowBanner: false,
  saleOfDataRegion: false,
  region: { countryCode: 'US', provinceCode: 'ME' },
};
