import { CURRENCY, languageOf, MARKET, TIMEZONE } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';
import { matchLanguage } from '../i18n.ts';

export const localization: Api = {
  values({ state, manifest }) {
    const language = languageOf(state, manifest);
    return {
      'localization.country': { isoCode: 'US' },
      'localization.currency': { isoCode: CURRENCY },
      'localization.language': { isoCode: language },
      'localization.extensionLanguage': {
        isoCode: matchLanguage({ locales: manifest.locales, language }).language,
      },
      'localization.market': MARKET,
      'localization.timezone': TIMEZONE,
    };
  },
};
