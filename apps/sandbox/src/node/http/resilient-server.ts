import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hasOwnHost } from './request-guard.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * Creates an HTTP server that no request can crash. An error in a handler, synchronous or not, becomes a 500, or closes
 * the connection if the response has begun. Requests that name another host get 421 and never reach the handler.
 */
export function createResilientServer(handle: RequestHandler): Server {
  const server = createServer(async (request, response) => {
    // A disconnecting client makes both streams emit errors, which Node throws without a listener.
    request.on('error', ignore);
    response.on('error', ignore);
    try {
      if (hasOwnHost(request, request.socket.localPort ?? 0)) await handle(request, response);
      else response.writeHead(421).end();
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { connection: 'close' }).end();
    }
  });
  // Neither is supported. Without a listener, Node would pass upgrade requests to the handler.
  for (const event of ['upgrade', 'connect'] as const) {
    server.on(event, (_request, socket) => socket.on('error', ignore).destroy());
  }
  return server;
}

/** Ignores errors of a connection whose client has left. */
const ignore = () => {};

/**
 * Reads the request target as a URL of this server. `undefined` for anything but the origin form
 * (RFC 9112 §3.2.1): `*` and absolute URLs are for proxies.
 */
export function parseTarget(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '';
  // Concatenated, not resolved, because `//[` resolves to an invalid host.
  const url = `http://sandbox.invalid${target}`;
  return target.startsWith('/') && URL.canParse(url) ? new URL(url) : undefined;
}
