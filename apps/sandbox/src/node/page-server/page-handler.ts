import { isPageId } from '../../contract/endpoints.ts';
import { hasKey, isFromOwnPage } from '../http/request-guard.ts';
import { parseTarget, type RequestHandler } from '../http/resilient-server.ts';
import { type PageRoutesOptions, pageRoutes } from './page-routes.ts';
import { type PublicRoutesOptions, publicRoutes } from './public-routes.ts';
import { sendError, setCommonHeaders } from './responses.ts';

export type PageHandlerOptions = PublicRoutesOptions & PageRoutesOptions;

/**
 * Serves the page to anyone. Routes that mint tokens, build bundles, control the proxy or read traffic serve only the
 * page: the browser attests the caller, and the key keeps other programs out.
 */
export function createPageHandler(options: PageHandlerOptions): RequestHandler {
  const open = publicRoutes(options);
  const guarded = pageRoutes(options);

  return async (request, response) => {
    setCommonHeaders(response);
    const url = parseTarget(request);
    if (!url) return sendError(response, 400, 'not a path of this server');
    const route = `${request.method} ${url.pathname}`;
    const call = { request, response, query: url.searchParams };
    const handle = open.get(route);
    if (handle) return handle(call);
    const handleGuarded = guarded.get(route);
    if (!handleGuarded) return sendError(response, 404, 'not found');
    if (!isFromOwnPage(request)) return sendError(response, 403, 'only for the page itself');
    if (!hasKey(request, options.runKey.accepted)) return sendError(response, 401, 'no key of this run');
    const pageId = url.searchParams.get('page');
    if (!isPageId(pageId)) return sendError(response, 400, 'no page named');
    const page = await options.pages.of(pageId);
    if (!page) return sendError(response, 503, 'too many open pages');
    await handleGuarded({ ...call, pageId, page });
  };
}
