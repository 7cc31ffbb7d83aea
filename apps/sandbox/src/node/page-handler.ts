import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ENDPOINTS, type NetworkRequest, type SessionTokenRequest } from '../contract/endpoints.ts';
import type { ExtensionState } from '../contract/extension-state.ts';
import { frameDocument, type HtmlDocument, pageDocument } from './documents.ts';
import type { EventStreams } from './event-streams.ts';
import type { PageAssets } from './page-assets.ts';
import { readJsonObject } from './read-json.ts';
import { hasOwnHost, isFromOwnPage } from './request-guard.ts';
import { parseSessionTokenRequest } from './session-token-endpoint.ts';

export interface PageHandlerOptions {
  assets: PageAssets;
  streams: EventStreams;
  extensionState(): ExtensionState;
  /** The newest bundle that was built; empty until there is one. */
  extensionCode(): string;
  mint(request: SessionTokenRequest): string;
  setNetwork(network: NetworkRequest): void;
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** Serves the page, and to the page alone what mints tokens, steers the proxy and tells of traffic. */
export function createPageHandler(options: PageHandlerOptions): RequestListener {
  const open: Record<string, Handler> = {
    [`GET ${ENDPOINTS.page}`]: (_request, response) => sendHtml(response, pageDocument()),
    [`GET ${ENDPOINTS.frame}`]: (_request, response, url) =>
      sendHtml(response, frameDocument(url.searchParams.get('network') === 'on')),
  };
  for (const [path, { type, content }] of options.assets) {
    open[`GET ${path}`] = (_request, response) => send(response, 200, type, content);
  }
  const pageOnly: Record<string, Handler> = {
    [`GET ${ENDPOINTS.extension}`]: (_request, response) =>
      send(response, 200, 'text/javascript; charset=utf-8', options.extensionCode()),
    [`GET ${ENDPOINTS.events}`]: (_request, response) =>
      options.streams.open(response, options.extensionState()),
    [`POST ${ENDPOINTS.sessionToken}`]: async (request, response) => {
      const body = await readJsonObject(request);
      const asked = body && parseSessionTokenRequest(body);
      if (!asked) return sendJson(response, 400, { error: 'not a request for a token' });
      sendJson(response, 200, { token: options.mint(asked) });
    },
    [`POST ${ENDPOINTS.network}`]: async (request, response) => {
      const body = await readJsonObject(request);
      if (typeof body?.serverDown !== 'boolean')
        return sendJson(response, 400, { error: 'serverDown is missing' });
      options.setNetwork({ serverDown: body.serverDown });
      response.writeHead(204).end();
    },
  };

  return async (request, response) => {
    const port = request.socket.localPort ?? 0;
    setCommonHeaders(response);
    if (!hasOwnHost(request, port)) return sendJson(response, 421, { error: 'sent to another host name' });
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const route = `${request.method} ${url.pathname}`;
    const guarded = pageOnly[route];
    if (guarded && !isFromOwnPage(request))
      return sendJson(response, 403, { error: 'only for the page itself' });
    const handler = guarded ?? open[route];
    if (!handler) return sendJson(response, 404, { error: 'not found' });
    await handler(request, response, url);
  };
}

function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
}

function sendHtml(response: ServerResponse, document: HtmlDocument): void {
  response.setHeader('content-security-policy', document.contentSecurityPolicy);
  send(response, 200, 'text/html; charset=utf-8', document.html);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type }).end(content);
}
