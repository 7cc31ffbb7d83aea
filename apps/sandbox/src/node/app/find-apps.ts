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

/** Origins in the source that mean the developer's server: the loopback names of `--api`, and each `--api-host`. */
export function serverOrigins(api: string | undefined, apiHosts: readonly string[]): string[] {
  const named = apiHosts.flatMap((host) => [`https://${host}`, `http://${host}`]);
  if (api === undefined) return named;
  const { origin, protocol, port } = new URL(api);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].map(
    (name) => new URL(`${protocol}//${name}:${port}`).origin,
  );
  return [...named, ...(loopback.includes(origin) ? loopback : [origin])];
}
