import { isLoopback } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';

/**
 * Reads the origin of the developer's own server. Another machine must be named by `--allow-host` as well, because it
 * may be a server with real customers.
 * @throws SetupError for anything else
 */
export function parseApi(text: string, allowedHosts: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const meant = `http://${/^\d+$/.test(text) ? `localhost:${text}` : text}`;
    const hint = URL.canParse(meant) ? ` Write --api ${new URL(meant).origin}` : '';
    throw new SetupError(`--api takes the address of your server, such as http://localhost:3000.${hint}`);
  }
  if (url.href !== `${url.origin}/`) {
    throw new SetupError(`--api takes an address without a path or credentials: --api ${url.origin}`);
  }
  if (!isLoopback(url) && !allowedHosts.includes(url.host)) {
    throw new SetupError(
      `--api ${url.origin} is another machine. Your extension would send it the sandbox's requests, with tokens signed by a throwaway secret. If it is a development server of yours, add --allow-host ${url.host}`,
    );
  }
  return url.origin;
}
