import {
  createServer,
  type IncomingMessage,
  request as requestUpstream,
  type Server,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { NetworkRequest } from '../contract/endpoints.ts';
import type { BeginExchange } from './exchange-recorder.ts';
import { hasOwnHost } from './request-guard.ts';

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
 * was on the wire: preflights too, which no browser shows to a page. It answers nothing itself.
 */
export function createRecordingProxy(options: RecordingProxyOptions): RecordingProxy {
  const network: NetworkRequest = { serverDown: false };
  const server = createServer(async (request, response) => {
    const end = options.begin(request);
    if (!hasOwnHost(request, request.socket.localPort ?? 0)) {
      response.writeHead(421).end();
      return end(Buffer.alloc(0), { status: 421, failure: 'sent to another host name' });
    }
    const upstream = options.upstream();
    if (network.serverDown || !upstream) {
      request.socket.destroy();
      return end(Buffer.alloc(0), { failure: 'server down: connection reset' });
    }
    const requestBody = await buffer(request).catch(() => Buffer.alloc(0));
    try {
      const answer = await forward(request, requestBody, upstream);
      const body = await buffer(answer);
      reply(response, answer, body);
      end(requestBody, { status: answer.statusCode ?? 0, headers: answer.headers, body });
    } catch (error) {
      request.socket.destroy();
      end(requestBody, { failure: `no answer from the server: ${(error as Error).message}` });
    }
  });
  return { server, network };
}

function forward(request: IncomingMessage, body: Buffer, { host, port }: Upstream) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    requestUpstream({
      host,
      port,
      method: request.method,
      path: request.url,
      headers: request.headers,
      agent: false,
    })
      .once('response', resolve)
      .once('error', reject)
      .end(body);
  });
}

function reply(response: ServerResponse, answer: IncomingMessage, body: Buffer): void {
  response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.rawHeaders));
  response.end(body);
}

/** Headers that concern one connection alone (RFC 9110 §7.6.1); Node writes its own. */
function withoutHopByHop(rawHeaders: string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name, value] = [rawHeaders[index]!, rawHeaders[index + 1]!];
    if (!/^(connection|keep-alive|transfer-encoding)$/i.test(name)) kept.push(name, value);
  }
  return kept;
}
