import type { ExtensionManifest } from '../../contract/extension-state.ts';
import type { UrlState } from '../../contract/url-state.ts';

export type SettingField = ExtensionManifest['settings'][number];

/** What the merchant has set, as `shopify.settings` has it: only fields of the manifest, of their types. */
export function settingsOf(
  { settings }: Pick<UrlState, 'settings'>,
  manifest: Pick<ExtensionManifest, 'settings'>,
): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const { key, type } of manifest.settings) {
    const text = settings[key];
    if (text === undefined || text === '') continue;
    const value = parseSetting(type, text);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

function parseSetting(type: string, text: string): string | number | boolean | undefined {
  if (type === 'boolean') return text === 'true';
  if (!type.startsWith('number_')) return text;
  const value = Number(text);
  const isWhole = type === 'number_integer';
  return Number.isFinite(value) && (!isWhole || Number.isInteger(value)) ? value : undefined;
}
