import { matchLanguage } from '../../contract/match-language.ts';
import { languageOf } from '../../scene/scene.ts';
import type { Api } from '../api.ts';

export const localization: Api = {
  values({ state, manifest: { locales }, manifest, scene }) {
    const language = languageOf(state, manifest);
    const shopLanguage = scene.shop.locale;
    return {
      'localization.country': { isoCode: scene.shippingAddress.countryCode },
      'localization.currency': { isoCode: scene.currency },
      'localization.language': { isoCode: language },
      'localization.extensionLanguage': {
        isoCode: matchLanguage({ locales, language, shopLanguage }).language,
      },
      'localization.market': scene.market,
      'localization.timezone': scene.timezone,
    };
  },
};
