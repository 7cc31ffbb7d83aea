import { builtInAppUrl } from './app-url.ts';

/** The API's base URL, decided when the extension was built (`APP_URL`). '' if the build had none. */
export function readApiBaseUrl(): string {
  return builtInAppUrl() ?? '';
}
