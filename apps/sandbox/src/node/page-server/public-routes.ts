import type { IncomingMessage, ServerResponse } from 'node:http';
import { installation } from '#installation';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { NetworkPolicy } from '../../contract/network-policy.ts';
import { frameDocument, pageDocument, parametersDocument, proxyPortOf } from './documents.ts';
import { inspectorDocument } from './inspector-document.ts';
import { mockImage } from './mock-image.ts';
import type { OpenPages } from './open-pages.ts';
import type { PageAssets } from './page-assets.ts';
import { send, sendError, sendHtml } from './responses.ts';
import { troubleshootingDocument } from './troubleshooting.ts';

export interface PublicRoutesOptions {
  assets: PageAssets;
  pages: Pick<OpenPages, 'hasProxyOn'>;
  /** See `Hello`. */
  frameOrigin: string;
  policy: NetworkPolicy;
  /** Address of the app's server; `undefined` while it does not run, or if it is not the sandbox's own. */
  docsOrigin(): Promise<string | undefined>;
}

export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}

export type Handler = (call: Call) => void | Promise<void>;

/** Routes without secrets, by method and path: the page's own files and documents. */
export function publicRoutes({
  assets,
  pages,
  policy,
  frameOrigin,
  docsOrigin,
}: PublicRoutesOptions): Map<string, Handler> {
  const sendPage =
    (name: 'page' | 'gallery'): Handler =>
    ({ response }) =>
      sendHtml(response, pageDocument({ name, frameOrigin, allowedHosts: policy.allowedHosts }));
  const routes = new Map<string, Handler>([
    [ENDPOINTS.page, sendPage('page')],
    [ENDPOINTS.gallery, sendPage('gallery')],
    [
      ENDPOINTS.frame,
      ({ response, query }) =>
        sendHtml(response, frameDocument({ proxyPort: proxyPortOf(query, pages.hasProxyOn) })),
    ],
    [
      ENDPOINTS.mockImage,
      ({ response, query }) => send(response, 200, 'image/svg+xml', mockImage(query.get('name') ?? '')),
    ],
    [ENDPOINTS.inspector, ({ response }) => sendHtml(response, inspectorDocument())],
    [ENDPOINTS.parameters, ({ response }) => sendHtml(response, parametersDocument())],
    [ENDPOINTS.troubleshooting, async ({ response }) => sendHtml(response, await troubleshootingDocument())],
    [
      ENDPOINTS.apiDocs,
      async ({ response }) => {
        const origin = await docsOrigin();
        if (!origin) return sendError(response, 503, "the app's server is not running");
        response.writeHead(307, { location: `${origin}${installation.server.docsPath}` }).end();
      },
    ],
  ]);
  for (const [path, { type, content, isImmutable }] of assets) {
    routes.set(path, ({ response }) => {
      // The browser keeps the compiled code, too, so the next page opens faster.
      if (isImmutable) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      send(response, 200, type, content);
    });
  }
  return new Map([...routes].map(([path, handler]) => [`GET ${path}`, handler]));
}
