import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { NetworkRequest } from '../../contract/endpoints.ts';
import { readBody } from '../http/read-body.ts';
import { createResilientServer } from '../http/resilient-server.ts';
import type { BeginExchange, ExchangeEnd } from './exchange-recorder.ts';
import { forward, MAX_BODY_BYTES, plainHeaders, type Upstream, withoutHopByHop } from './forward.ts';
import { type InjectedStatus, injectResponse, type UpstreamResponse, withoutCors } from './server-modes.ts';

export interface RecordingProxyOptions {
  /** Resolves to the address of the app's server when it is up, or to `undefined` if it does not start. */
  upstream(): Promise<Upstream | undefined>;
  begin: BeginExchange;
}

export interface RecordingProxy {
  server: Server;
  /** Behavior of the network from the next request on. Default: it works. */
  network: NetworkRequest;
}

/**
 * Serves at the address where the extension expects the app's server, and records every exchange as sent, including
 * preflights, which no browser shows to a page.
 */
export function createRecordingProxy(options: RecordingProxyOptions): RecordingProxy {
  const network: NetworkRequest = { server: 'up', delayMs: 0 };
  const server = createResilientServer(async (request, response) => {
    const end = options.begin(request);
    const { server: mode, delayMs } = network;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let body: Buffer = Buffer.alloc(0);
    try {
      const whole = await readBody(request, MAX_BODY_BYTES);
      if (!whole) throw new Error('the request is larger than 16 MB');
      body = whole;
      await delay(delayMs, undefined, { signal: gone.signal });
      if (mode === 'down') {
        request.socket.destroy();
        return end(body, { failure: 'The server is down: the connection was reset', injected: mode });
      }
      const upstream = await options.upstream();
      if (!upstream) throw new Error('it is not running');
      const received = await respond(request, body, upstream, network, gone.signal);
      send(response, received);
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

type Received = UpstreamResponse & Pick<ExchangeEnd, 'injected'>;

/** Returns the server's response or an injected one. Always forwards preflights, which do not fail in production either. */
async function respond(
  request: IncomingMessage,
  body: Buffer,
  upstream: Upstream,
  { server: mode }: NetworkRequest,
  signal: AbortSignal,
): Promise<Received> {
  const { method, url, headers } = request;
  if (isInjectedStatus(mode) && method !== 'OPTIONS') {
    // Without the token, the server only rejects the request, with the headers of its errors.
    const { authorization: _, ...anonymous } = headers;
    const rejection = await forward({ method, url, headers: anonymous, body }, upstream, signal);
    return { ...injectResponse(mode, rejection), injected: mode };
  }
  const response = await forward({ method, url, headers, body }, upstream, signal);
  return mode === 'no-cors' ? { ...withoutCors(response), injected: mode } : response;
}

const isInjectedStatus = (mode: string): mode is InjectedStatus =>
  mode === 'rate-limited' || mode === 'failing';

function send(response: ServerResponse, { status, rawHeaders, body }: UpstreamResponse): void {
  response.writeHead(status, withoutHopByHop(rawHeaders)).end(body);
}

const recorded = ({ status, rawHeaders, body, injected }: Received): ExchangeEnd => ({
  status,
  headers: plainHeaders(rawHeaders),
  body,
  ...(injected && { injected }),
});
