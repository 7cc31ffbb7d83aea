import { SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';
import type { ExtensionManifest } from '../../contract/extension-state.ts';
import { settingsOf } from '../../scene/settings.ts';
import type { Api } from '../api.ts';

/** The example of the types of `extension.version`. */
const PUBLISHED_VERSION = '3.0.10';

/** On Shopify's CDN, by which extensions tell a published version from one that a tunnel serves. The path is made up. */
const PUBLISHED_URL = `${SHOPIFY_FRAME_ORIGIN}/extensions/extension.js`;

/** `extension`, `settings`, `version` and `reload()`. */
export const extension: Api = {
  values: ({ target, state, manifest, networkAccess, scriptUrl }) => ({
    'extension.apiVersion': manifest.apiVersion,
    'extension.capabilities': capabilitiesOf(manifest, networkAccess),
    // The types have one kind of editor, also for customer accounts.
    ...(state.editor && { 'extension.editor': { type: 'checkout' } }),
    'extension.rendered': true,
    'extension.scriptUrl': state.published ? PUBLISHED_URL : scriptUrl,
    'extension.target': target,
    // The types: `undefined` for unpublished extensions.
    ...(state.published && { 'extension.version': PUBLISHED_VERSION }),
    extensionPoint: target,
    settings: settingsOf(state, manifest),
    version: manifest.apiVersion,
  }),
  host: { reload: (page) => page.rerun() },
};

function capabilitiesOf({ capabilities }: ExtensionManifest, networkAccess: boolean): string[] {
  return [
    networkAccess && 'network_access',
    capabilities.apiAccess && 'api_access',
    capabilities.blockProgress && 'block_progress',
  ].filter((name) => name !== false);
}
