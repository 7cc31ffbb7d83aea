import type { Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { NetworkRequest, ServerMode } from '../../contract/endpoints.ts';
import { type NetworkPolicy, refusalOf } from '../../contract/network-policy.ts';
import { readBody } from '../http/read-body.ts';
import { createResilientServer } from '../http/resilient-server.ts';
import type { BeginExchange, ExchangeEnd } from './exchange-recorder.ts';
import {
  type ForwardedRequest,
  forward,
  MAX_BODY_BYTES,
  plainHeaders,
  type Upstream,
  withoutHopByHop,
  withoutStorage,
} from './forward.ts';
import { type Redirect, type RedirectContext, rewriteRedirect } from './redirect.ts';
import { routeOf } from './route.ts';
import { type InjectedStatus, injectResponse, type UpstreamResponse, withoutCors } from './server-modes.ts';

export interface RecordingProxyOptions {
  /** Resolves to the address of the app's server when it is up, or to `undefined` if it does not run. */
  upstream(): Promise<Upstream | undefined>;
  /** Default: requests reach the app's server only. */
  policy?: NetworkPolicy;
  begin: BeginExchange;
}

export interface RecordingProxy {
  server: Server;
  /** Behavior of the network to the app's server from the next request on. Default: it works. */
  network: NetworkRequest;
}

/**
 * Serves at the address where the extension expects the app's server, and is the only address that its worker can
 * reach. Records every exchange as sent, including preflights, which no browser shows to a page.
 */
export function createRecordingProxy(options: RecordingProxyOptions): RecordingProxy {
  const { policy = { appOrigins: [], allowedHosts: [] } } = options;
  const network: NetworkRequest = { server: 'up', delayMs: 0 };
  const server = createResilientServer(async (request, response) => {
    const route = routeOf(request.url ?? '', policy);
    if (!route) {
      response.writeHead(400).end();
      return;
    }
    const end = options.begin(request, route);
    const mode = route.to === 'app' ? network.server : 'up';
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let body: Buffer = Buffer.alloc(0);
    try {
      const whole = await readBody(request, MAX_BODY_BYTES);
      if (!whole) throw new Error('the request is larger than 16 MB');
      body = whole;
      if (route.to === 'refused') return end(body, refuse(response, route.url!.host));
      await delay(network.delayMs, undefined, { signal: gone.signal });
      if (mode === 'down') {
        request.socket.destroy();
        return end(body, { failure: 'The server is down: the connection was reset', injected: mode });
      }
      const upstream = route.to === 'app' ? await options.upstream() : route.to;
      if (!upstream) throw new Error('it is not running');
      const sent = { method: request.method, url: route.path, headers: request.headers, body };
      const received = await respond(sent, upstream, mode, gone.signal);
      const proxyHost = request.headers.host ?? '';
      const redirect = redirectOf(received, { route, upstream, policy, proxyHost });
      if (redirect && 'refusedHost' in redirect) {
        end(body, { ...recorded(received), ...refuse(response, redirect.refusedHost) });
        return;
      }
      send(response, received, redirect?.location);
      end(body, recorded(received));
    } catch (error) {
      request.socket.destroy();
      end(body, {
        failure: gone.signal.aborted
          ? 'No response: the extension stopped waiting'
          : `No response from the server: ${(error as Error).message}`,
      });
    }
  });
  return { server, network };
}

/** Sends nothing that the browser would give to the extension. */
function refuse(response: ServerResponse, host: string): ExchangeEnd {
  const failure = `Not sent: ${refusalOf(host)}`;
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(failure);
  return { failure, refusedHost: host };
}

function redirectOf(
  { status, rawHeaders }: UpstreamResponse,
  context: RedirectContext,
): Redirect | undefined {
  const { location } = plainHeaders(rawHeaders);
  return status >= 300 && status < 400 && location ? rewriteRedirect(location, context) : undefined;
}

type Received = UpstreamResponse & Pick<ExchangeEnd, 'injected'>;

/** Returns the server's response or an injected one. Always forwards preflights, which do not fail in production either. */
async function respond(
  request: ForwardedRequest,
  upstream: Upstream,
  mode: ServerMode,
  signal: AbortSignal,
): Promise<Received> {
  if (isInjectedStatus(mode) && request.method !== 'OPTIONS') {
    // Without the token, the server only rejects the request, with the headers of its errors.
    const { authorization: _, ...headers } = request.headers;
    const rejection = await forward({ ...request, headers }, upstream, signal);
    return { ...injectResponse(mode, rejection), injected: mode };
  }
  const response = await forward(request, upstream, signal);
  return mode === 'no-cors' ? { ...withoutCors(response), injected: mode } : response;
}

const isInjectedStatus = (mode: string): mode is InjectedStatus =>
  mode === 'rate-limited' || mode === 'failing';

function send(
  response: ServerResponse,
  { status, rawHeaders, body }: UpstreamResponse,
  location?: string,
): void {
  response.writeHead(status, withLocation(withoutStorage(withoutHopByHop(rawHeaders)), location)).end(body);
}

/** Replaces the `Location`, if there is one to replace it with. */
const withLocation = (rawHeaders: readonly string[], location: string | undefined): string[] =>
  rawHeaders.map((text, index) =>
    location !== undefined && index % 2 === 1 && /^location$/i.test(rawHeaders[index - 1]!) ? location : text,
  );

const recorded = ({ status, rawHeaders, body, injected }: Received): ExchangeEnd => ({
  status,
  headers: plainHeaders(rawHeaders),
  body,
  ...(injected && { injected }),
});
