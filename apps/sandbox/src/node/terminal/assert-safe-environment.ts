import { SetupError } from '../setup-error.ts';

/**
 * The sandbox hands a genuine token to whoever opens its page. It must never do so with a secret that
 * a real shop trusts, nor where real buyers are. It reads no `.env`.
 */
export function assertSafeEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of ['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_PREVIOUS']) {
    if (!env[name]) continue;
    throw new SetupError(
      `${name} is set: the sandbox mints tokens and brings a throwaway secret of its own. Run it as: env -u ${name} pnpm start`,
    );
  }
  if (env.NODE_ENV === 'production') {
    throw new SetupError('NODE_ENV is production: the sandbox mints tokens and runs in development only.');
  }
}
