import type { Server } from 'node:http';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { createResilientServer, parseTarget } from '../http/resilient-server.ts';
import { frameDocument, proxyPortOf } from './documents.ts';

/**
 * Serves only the worker's frame, on a separate port: an origin that is neither opaque nor the page's. The page's
 * server rejects requests of such a worker like those of any other origin.
 */
export function createFrameServer(
  pageOrigins: readonly string[],
  hasProxyOn: (port: number) => boolean,
): Server {
  return createResilientServer((request, response) => {
    const url = parseTarget(request);
    if (request.method !== 'GET' || url?.pathname !== ENDPOINTS.frame) {
      response.writeHead(404).end();
      return;
    }
    const { html, contentSecurityPolicy } = frameDocument({
      proxyPort: proxyPortOf(url.searchParams, hasProxyOn),
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
