import { ensureCloudflared } from './cloudflared.ts';
import { openPortProbe, type PortProbe } from './port-probe.ts';
import { type QuickTunnel, startQuickTunnel } from './quick-tunnel.ts';

/** Port behind the developer's own tunnel, unless `BACKEND_PORT` is set. */
const DEFAULT_PORT = 3000;
const CONNECT_MS = 40_000;
const ANSWER_MS = 30_000;
const OWN_TUNNEL_MS = 5_000;

export interface ApiAddressOptions {
  /** The developer's own tunnel. Default: opens a quick tunnel. */
  apiUrl?: string;
  useLocalhost: boolean;
  env: NodeJS.ProcessEnv;
  /** How long to wait until the developer's own tunnel leads to the port. Default: 5 s. */
  ownTunnelMs?: number;
  /** Prints a line for the developer. */
  say: (line: string) => void;
}

export interface ApiAddress {
  /** Environment for the CLI: `APP_URL` is built into the extensions, and the server listens on `BACKEND_PORT`. */
  env: NodeJS.ProcessEnv;
  tunnel?: QuickTunnel;
}

/**
 * Finds an origin for the API other than the one that serves the extensions. Since API version 2026-04 checkout rejects
 * calls to the latter, and plain `shopify app dev` serves both from one tunnel.
 *
 * Without a second tunnel, explains what may fail and resolves without an address, so the CLI's tunnel is built in.
 *
 * @throws if `BACKEND_PORT` is in use, or is not a port
 */
export async function resolveApiAddress(options: ApiAddressOptions): Promise<ApiAddress> {
  const { apiUrl, useLocalhost, ownTunnelMs = OWN_TUNNEL_MS, say } = options;
  // An APP_URL in the shell, such as production's, would override every tunnel.
  const { APP_URL: shellUrl, ...env } = options.env;
  if (shellUrl) say('APP_URL of the shell is ignored in development. To use your own tunnel, set API_URL.');

  const port = readPort(env.BACKEND_PORT) ?? (apiUrl ? DEFAULT_PORT : 0);
  const probe = await openPortProbe(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is in use. Set BACKEND_PORT to a free port, and point your tunnel to it.`);
  });
  try {
    const withPort = { ...env, BACKEND_PORT: String(probe.port) };
    if (apiUrl) {
      const problem = await probe.problemOf(apiUrl, ownTunnelMs);
      say(`Extensions call ${apiUrl}, which must lead to http://localhost:${probe.port}.`);
      if (problem) say(`It does not do so yet: ${problem}.`);
      return { env: { ...withPort, APP_URL: apiUrl } };
    }
    if (useLocalhost) {
      explainOneOrigin('--use-localhost opens no tunnel', say);
      return { env };
    }
    const tunnel = await openTunnel(probe, env);
    say(`Extensions call ${tunnel.url}, the API's own tunnel.`);
    return { env: { ...withPort, APP_URL: tunnel.url }, tunnel };
  } catch (error) {
    explainOneOrigin((error as Error).message, say);
    return { env };
  } finally {
    await probe.close();
  }
}

async function openTunnel(probe: PortProbe, env: NodeJS.ProcessEnv): Promise<QuickTunnel> {
  const program = await ensureCloudflared(env);
  const tunnel = await startQuickTunnel({ program, port: probe.port, timeoutMs: CONNECT_MS });
  const problem = await probe.problemOf(tunnel.url, ANSWER_MS);
  if (problem === undefined) return tunnel;
  tunnel.stop();
  throw new Error(`${tunnel.url} does not respond: ${problem}`);
}

function readPort(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`BACKEND_PORT is not a port: ${value}`);
}

function explainOneOrigin(reason: string, say: (line: string) => void): void {
  say(`
No second tunnel: ${reason}.

The extensions will call the address that also serves them. Checkout may reject that since API version 2026-04
("Fetches to the iframe's origin are not allowed"); whether customer accounts and POS do is unknown. Fix it in one of two ways:

  1. Install cloudflared, so that this command can open a tunnel for the API, and run it again:
     https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/downloads/
  2. Open your own tunnel to http://localhost:${DEFAULT_PORT}, and pass its address:
     --api-url https://…   (or set API_URL)
`);
}
