declare const process: { env: { APP_URL?: string } };

/**
 * The address of the app that the CLI built in; undefined where it built in none.
 *
 * `app dev` replaces the expression below by a text. `app build` and `app deploy` do so only if APP_URL
 * is set, and leave it as it is otherwise: it then throws, since a worker has no `process`. Testing for
 * `process` first would miss the text that was built in. No other variable may be named in an
 * extension: the CLI inlines whatever is named, secrets included.
 */
export function builtInAppUrl(): string | undefined {
  try {
    return process.env.APP_URL;
  } catch {
    return undefined;
  }
}
