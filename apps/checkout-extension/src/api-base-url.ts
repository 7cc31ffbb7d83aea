import { builtInAppUrl } from './app-url.ts';

type Settings = typeof shopify.settings.value;

/**
 * Where the API is: what the merchant set, else the app's own address, else an empty text.
 * Settings are empty until the merchant has saved some, and change while they are being edited.
 */
export function readApiBaseUrl({ api_base_url }: Settings): string {
  return (typeof api_base_url === 'string' && api_base_url.trim()) || builtInAppUrl() || '';
}
