import type { AppConfig } from '@session-token/extension-bundler';
import type { SelectedExtension } from '../extension-selection.ts';
import { SetupError } from '../setup-error.ts';
import { type DevelopmentCredentials, developmentCredentials } from './development-credentials.ts';

/** Returns the development credentials of the only app. @throws SetupError if the extensions belong to several */
export function credentialsOf(
  apps: readonly AppConfig[],
  extensions: readonly SelectedExtension[],
): DevelopmentCredentials {
  const [app, other] = apps;
  if (other) {
    const files = apps.map(({ file }) => file).join(', ');
    throw new SetupError(`Credentials are those of one app, but the extensions belong to several: ${files}`);
  }
  const folder = app?.root ?? extensions[0]!.source.directory;
  return developmentCredentials({ folder, clientId: app?.clientId });
}
