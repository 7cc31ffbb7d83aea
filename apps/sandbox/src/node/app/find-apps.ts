import { type AppConfig, BundleProblemError, findApp } from '@session-token/extension-bundler';
import type { SelectedExtension } from '../extension-selection.ts';

/** Returns the apps that the extensions belong to. A TOML file with an error is reported by the build. */
export async function findApps(extensions: readonly SelectedExtension[]): Promise<AppConfig[]> {
  const apps = new Map<string, AppConfig>();
  for (const { source } of extensions) {
    const app = await findApp(source.directory, source.appFile).catch((error: unknown) => {
      if (error instanceof BundleProblemError) return undefined;
      throw error;
    });
    if (app) apps.set(app.file, app);
  }
  return [...apps.values()];
}

/** Returns the origins of the apps' `application_url`. */
export function originsOf(apps: readonly AppConfig[]): string[] {
  const urls = apps.flatMap(({ applicationUrl = '' }) =>
    URL.canParse(applicationUrl) ? [new URL(applicationUrl)] : [],
  );
  return [...new Set(urls.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))];
}
