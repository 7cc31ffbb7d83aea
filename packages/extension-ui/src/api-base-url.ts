import { builtInAppUrl } from './app-url.ts';

/**
 * Where the API is: what the merchant set, else the app's own address, else an empty text.
 * Settings are empty until the merchant has saved some; a surface without settings leaves `setting` out.
 */
export function readApiBaseUrl(setting?: unknown): string {
  return (typeof setting === 'string' && setting.trim()) || builtInAppUrl() || '';
}
