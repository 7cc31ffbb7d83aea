import { installation } from '#installation';
import { SetupError } from '../setup-error.ts';

const SECRETS = ['SHOPIFY_API_SECRET', 'SHOPIFY_API_SECRET_PREVIOUS'];

/**
 * Refuses to start with the client secret of a real app, or in production: the sandbox mints tokens for everyone who
 * opens its page. Secrets of a `.env` file do not reach it: see `fillVariables` of the bundler.
 */
export function assertSafeEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of SECRETS.flatMap((secret) => [secret, `${secret}_FILE`])) {
    if (!env[name]) continue;
    throw new SetupError(
      `${name} is set: the sandbox mints tokens and uses its own throwaway secret. Run: env -u ${name} ${installation.commands.start}`,
    );
  }
  if (env.NODE_ENV === 'production') {
    throw new SetupError('NODE_ENV is production: the sandbox mints tokens and runs in development only.');
  }
}
