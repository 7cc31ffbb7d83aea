import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestUpstream,
  type Server,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { NetworkRequest } from '../../contract/endpoints.ts';
import { hasOwnHost } from '../page-server/request-guard.ts';
import type { BeginExchange } from './exchange-recorder.ts';
import { type Answer, inServersStead, withoutCors } from './server-modes.ts';

export interface RecordingProxyOptions {
  /** Where the app's server listens; nowhere while it is not up. */
  upstream(): Upstream | undefined;
  begin: BeginExchange;
}

export interface Upstream {
  host: string;
  port: number;
}

export interface RecordingProxy {
  server: Server;
  /** What the network does from the next request on. Default: it works. */
  network: NetworkRequest;
}

/**
 * Stands before the app's server, where the extension expects it, and puts every exchange down as it
 * was on the wire: preflights too, which no browser shows to a page.
 */
export function createRecordingProxy(options: RecordingProxyOptions): RecordingProxy {
  const network: NetworkRequest = { server: 'up', delayMs: 0 };
  const server = createServer(async (request, response) => {
    const end = options.begin(request);
    if (!hasOwnHost(request, request.socket.localPort ?? 0)) {
      response.writeHead(421).end();
      return end(Buffer.alloc(0), { status: 421, failure: 'Sent to another host name' });
    }
    const givenUp = new AbortController();
    response.once('close', () => givenUp.abort());
    const requestBody = await buffer(request).catch(() => Buffer.alloc(0));
    const { server: mode, delayMs } = network;
    const upstream = options.upstream();
    try {
      await delay(delayMs, undefined, { signal: givenUp.signal });
      if (mode === 'down' || !upstream) {
        request.socket.destroy();
        return end(requestBody, { failure: 'The server is down: the connection was reset' });
      }
      const answer = await answerOf(request, requestBody, upstream, network);
      if (givenUp.signal.aborted) throw new Error('given up');
      response.writeHead(answer.status, withoutHopByHop(answer.rawHeaders)).end(answer.body);
      end(requestBody, {
        status: answer.status,
        headers: plainHeaders(answer.rawHeaders),
        body: answer.body,
      });
    } catch (error) {
      request.socket.destroy();
      const failure = givenUp.signal.aborted
        ? 'No answer: the extension did not wait for it'
        : `No answer from the server: ${(error as Error).message}`;
      end(requestBody, { failure });
    }
  });
  return { server, network };
}

/** The server's own answer, or one in its stead. Preflights pass: what fails in life is the request. */
function answerOf(
  request: IncomingMessage,
  body: Buffer,
  upstream: Upstream,
  { server: mode }: NetworkRequest,
): Promise<Answer> {
  const isPreflight = request.method === 'OPTIONS';
  if (mode === 'no-cors') return forward(request, request.headers, body, upstream).then(withoutCors);
  if ((mode === 'rate-limited' || mode === 'failing') && !isPreflight) {
    // Asked without the token, the server does nothing but refuse, with the headers of its refusals.
    const { authorization: _, ...headers } = request.headers;
    return forward(request, headers, body, upstream).then((refusal) => inServersStead(mode, refusal));
  }
  return forward(request, request.headers, body, upstream);
}

function forward(
  { method, url }: IncomingMessage,
  headers: IncomingHttpHeaders,
  body: Buffer,
  { host, port }: Upstream,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    requestUpstream({ host, port, method, path: url, headers, agent: false })
      .once('response', async (response) => {
        const status = response.statusCode ?? 502;
        buffer(response).then(
          (content) => resolve({ status, rawHeaders: response.rawHeaders, body: content }),
          reject,
        );
      })
      .once('error', reject)
      .end(body);
  });
}

/** Headers that concern one connection alone (RFC 9110 §7.6.1); Node writes its own. */
const withoutHopByHop = (rawHeaders: readonly string[]) =>
  pairsOf(rawHeaders)
    .filter(([name]) => !/^(connection|keep-alive|transfer-encoding)$/i.test(name))
    .flat();

const plainHeaders = (rawHeaders: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(pairsOf(rawHeaders).map(([name, value]) => [name.toLowerCase(), value]));

function pairsOf(rawHeaders: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index]!, rawHeaders[index + 1]!]);
  }
  return pairs;
}
