import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  ENDPOINTS,
  isPageId,
  MAX_DELAY_MS,
  type NetworkRequest,
  SERVER_MODES,
  type SessionTokenRequest,
} from '../../contract/endpoints.ts';
import type { ServerState } from '../../contract/server-state.ts';
import type { ExtensionBuilds } from '../extension-builds.ts';
import { readJsonObject } from '../http/read-body.ts';
import { hasKey, isFromOwnPage } from '../http/request-guard.ts';
import { parseTarget, type RequestHandler } from '../http/resilient-server.ts';
import { frameDocument, type HtmlDocument, pageDocument } from './documents.ts';
import type { EventStreams } from './event-streams.ts';
import type { OpenPage, OpenPages } from './open-pages.ts';
import type { PageAssets } from './page-assets.ts';
import type { RunKey } from './run-key.ts';
import { parseSessionTokenRequest } from './session-token-request.ts';

export interface PageHandlerOptions {
  assets: PageAssets;
  streams: EventStreams;
  pages: OpenPages;
  extensions: readonly Pick<ExtensionBuilds, 'state' | 'code'>[];
  /** See `Hello`. */
  frameOrigin: string;
  runId: string;
  serverState(): ServerState;
  runKey: RunKey;
  mint(request: SessionTokenRequest): string;
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}

type Handler = (call: Call) => void | Promise<void>;
type PageHandler = (call: Call & { pageId: string; page: OpenPage }) => void | Promise<void>;

/**
 * Serves the page to anyone. What mints tokens, builds bundles, steers the proxy or reads traffic is for
 * the page alone: the browser attests who asks, and the key keeps other programs out.
 */
export function createPageHandler(options: PageHandlerOptions): RequestHandler {
  const open = new Map<string, Handler>([
    [`GET ${ENDPOINTS.page}`, ({ response }) => sendHtml(response, pageDocument(options.frameOrigin))],
    [
      `GET ${ENDPOINTS.frame}`,
      ({ response, query }) =>
        sendHtml(response, frameDocument({ networkAccess: query.get('network') === 'on' })),
    ],
  ]);
  for (const [path, { type, content }] of options.assets) {
    open.set(`GET ${path}`, ({ response }) => send(response, 200, type, content));
  }
  const pageOnly = pageOnlyHandlers(options);

  return async (request, response) => {
    setCommonHeaders(response);
    const url = parseTarget(request);
    if (!url) return sendError(response, 400, 'not a path of this server');
    const route = `${request.method} ${url.pathname}`;
    const call = { request, response, query: url.searchParams };
    const guarded = pageOnly[route];
    if (!guarded) {
      const handle = open.get(route);
      return handle ? handle(call) : sendError(response, 404, 'not found');
    }
    if (!isFromOwnPage(request)) return sendError(response, 403, 'only for the page itself');
    if (!hasKey(request, options.runKey.accepted)) return sendError(response, 401, 'no key of this run');
    const pageId = url.searchParams.get('page');
    if (!isPageId(pageId)) return sendError(response, 400, 'no page named');
    const page = await options.pages.of(pageId);
    if (!page) return sendError(response, 503, 'too many open pages');
    await guarded({ ...call, pageId, page });
  };
}

function pageOnlyHandlers(options: PageHandlerOptions): Record<string, PageHandler> {
  const states = () => options.extensions.map((extension) => extension.state());
  return {
    [`GET ${ENDPOINTS.events}`]({ response, pageId, page }) {
      const { frameOrigin, runId, runKey } = options;
      const hello = { runId, key: runKey.key, apiOrigin: page.apiOrigin, frameOrigin };
      const first = { hello, server: options.serverState(), extensions: states() };
      options.streams.open(pageId, response, first, options.pages.hold(pageId));
    },
    async [`GET ${ENDPOINTS.extension}`]({ response, query, page }) {
      const extension = options.extensions.find(({ state }) => state().id === query.get('extension'));
      const code = await extension?.code(query.get('target') ?? '', page.apiOrigin);
      if (code === undefined) return sendError(response, 404, 'no such bundle');
      send(response, 200, 'text/javascript; charset=utf-8', code);
    },
    async [`POST ${ENDPOINTS.sessionToken}`]({ request, response }) {
      const body = await readJsonObject(request);
      const asked = body && parseSessionTokenRequest(body);
      if (!asked) return sendError(response, 400, 'not a request for a token');
      sendJson(response, 200, { token: options.mint(asked) });
    },
    async [`POST ${ENDPOINTS.network}`]({ request, response, page }) {
      const network = parseNetworkRequest(await readJsonObject(request));
      if (!network) return sendError(response, 400, 'not a state of the network');
      page.setNetwork(network);
      response.writeHead(204).end();
    },
    [`GET ${ENDPOINTS.authorization}`]({ response, query, page }) {
      const authorization = page.authorizationOf(Number(query.get('exchange')));
      if (!authorization) return sendError(response, 404, 'no such exchange');
      send(response, 200, 'text/plain; charset=utf-8', authorization);
    },
  };
}

function parseNetworkRequest(body: Record<string, unknown> | undefined): NetworkRequest | undefined {
  const server = SERVER_MODES.find((mode) => mode === body?.server);
  const delayMs = Number(body?.delayMs);
  const isDelay = Number.isInteger(delayMs) && delayMs >= 0 && delayMs <= MAX_DELAY_MS;
  return server && isDelay ? { server, delayMs } : undefined;
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

const sendError = (response: ServerResponse, status: number, error: string) =>
  sendJson(response, status, { error });

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type }).end(content);
}
