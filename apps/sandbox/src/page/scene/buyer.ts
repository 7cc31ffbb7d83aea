import type { ExtensionManifest } from '../../contract/extension-state.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import { matchLanguage } from '../../worker/i18n.ts';
import type { Scene, SceneInput } from './scene-types.ts';
import { settingsOf } from './settings.ts';
import { CURRENCY, languageOf, SHOP, TIMEZONE } from './shop.ts';

/** What `shopify.extension`, `localization` and `settings` say to buyers' extensions (2026-07). */
export function buyerScene(input: SceneInput): Scene {
  const { state, manifest, target, scriptUrl, networkAccess } = input;
  const language = languageOf(state, manifest);
  const editor = state.editor && { editor: { type: surfaceOf(target) } };
  return {
    constants: {
      extension: { target, apiVersion: manifest.apiVersion, scriptUrl, ...editor },
      shop: SHOP,
      version: manifest.apiVersion,
    },
    signals: {
      'extension.capabilities': capabilitiesOf(manifest, networkAccess),
      'extension.rendered': true,
      'localization.country': { isoCode: 'US' },
      'localization.currency': { isoCode: CURRENCY },
      'localization.language': { isoCode: language },
      'localization.extensionLanguage': { isoCode: matchLanguage({ locales: manifest.locales, language }) },
      'localization.market': { id: 'gid://shopify/Market/1', handle: 'us' },
      'localization.timezone': TIMEZONE,
      settings: settingsOf(state, manifest),
    },
  };
}

function capabilitiesOf({ capabilities }: ExtensionManifest, networkAccess: boolean): string[] {
  return [
    networkAccess && 'network_access',
    capabilities.apiAccess && 'api_access',
    capabilities.blockProgress && 'block_progress',
  ].filter((name) => name !== false);
}
