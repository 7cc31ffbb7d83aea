import { createServer, type Server } from 'node:http';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { frameDocument } from './documents.ts';
import { hasOwnHost } from './request-guard.ts';

/**
 * Serves the worker's frame and nothing else, from a port of its own: an origin that is neither opaque
 * nor the page's. To the page's server, such a worker is a stranger like any other.
 */
export function createFrameServer(pageOrigins: readonly string[]): Server {
  return createServer((request, response) => {
    const port = request.socket.localPort ?? 0;
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    if (!hasOwnHost(request, port)) return void response.writeHead(421).end();
    if (request.method !== 'GET' || url.pathname !== ENDPOINTS.frame)
      return void response.writeHead(404).end();
    const { html, contentSecurityPolicy } = frameDocument({
      networkAccess: url.searchParams.get('network') === 'on',
      parents: pageOrigins,
    });
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .end(html);
  });
}
