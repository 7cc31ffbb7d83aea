import { Type } from 'typebox';
import { CONSENT_SCHEMA, type Privacy } from '../../scene/privacy.ts';
import type { Api } from '../api.ts';
import { createChange } from '../changes.ts';

const CONSENT = {
  ...CONSENT_SCHEMA.properties,
  metafields: Type.Optional(
    Type.Array(
      Type.Object({
        key: Type.String({ minLength: 1, maxLength: 255 }),
        value: Type.Union([Type.String({ maxLength: 5_000 }), Type.Null()]),
      }),
      { maxItems: 100 },
    ),
  ),
};

const applyTrackingConsentChange = createChange({
  variants: { changeVisitorConsent: Type.Object(CONSENT) },
  apply: (scene, { type: _, metafields = [], ...consent }) => ({
    ...scene,
    privacy: withConsent(scene.privacy, consent, metafields),
  }),
});

/** The consent of the visitor. A decision of the visitor decides what processing is allowed. */
export const customerPrivacy: Api = {
  values: ({ scene }) => ({ customerPrivacy: scene.privacy }),
  host: { applyTrackingConsentChange },
  isLogged: true,
};

function withConsent(
  privacy: Privacy,
  consent: Privacy['visitorConsent'],
  changes: readonly { key: string; value: string | null }[],
): Privacy {
  const decided = Object.fromEntries(
    Object.keys(CONSENT_SCHEMA.properties).flatMap((name) => {
      const value = consent[name as keyof typeof consent];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const kept = privacy.metafields.filter(({ key }) => changes.every((change) => change.key !== key));
  const set = changes.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  return {
    ...privacy,
    allowedProcessing: { ...privacy.allowedProcessing, ...decided },
    visitorConsent: { ...privacy.visitorConsent, ...decided },
    metafields: [...kept, ...set],
    shouldShowBanner: false,
  };
}
