import manifest from '../../../package.json' with { type: 'json' };
import {
  ENDPOINTS,
  MAX_DELAY_MS,
  type NetworkRequest,
  SERVER_MODES,
  type SessionTokenRequest,
} from '../../contract/endpoints.ts';
import type { Versions } from '../../contract/live-events.ts';
import type { NetworkPolicy } from '../../contract/network-policy.ts';
import type { ServerState } from '../../contract/server-state.ts';
import type { ExtensionBuilds } from '../extension-builds.ts';
import { parseGraphqlCall } from '../graphql/graphql-call.ts';
import type { GraphqlService } from '../graphql/graphql-service.ts';
import { readJsonObject } from '../http/read-body.ts';
import type { EventStreams } from './event-streams.ts';
import type { OpenPage, OpenPages } from './open-pages.ts';
import type { Call } from './public-routes.ts';
import { send, sendError, sendJson } from './responses.ts';
import type { RunKey } from './run-key.ts';
import { parseSessionTokenRequest } from './session-token-request.ts';

export interface PageRoutesOptions {
  streams: EventStreams;
  pages: OpenPages;
  extensions: readonly Pick<ExtensionBuilds, 'state' | 'bundle'>[];
  /** See `Hello`. */
  frameOrigin: string;
  clientId: string;
  runId: string;
  runKey: RunKey;
  policy: NetworkPolicy;
  api?: string;
  serverState(): ServerState;
  mint(request: SessionTokenRequest): string;
  graphql: Pick<GraphqlService, 'answer'>;
}

const VERSIONS: Versions = { sandbox: manifest.version, node: process.versions.node };

/** A request of the page, attested by the browser and with the key. */
export interface PageCall extends Call {
  pageId: string;
  page: OpenPage;
}

export type PageRouteHandler = (call: PageCall) => void | Promise<void>;

/** The extension's request, in UTF-8 and escaped as JSON, and the scene. */
const MAX_GRAPHQL_CALL_BYTES = 2 * 1024 * 1024;

/** Routes that mint tokens, build bundles, control the proxy or read traffic, by method and path. */
export function pageRoutes(options: PageRoutesOptions): Map<string, PageRouteHandler> {
  const { frameOrigin, clientId, runId, runKey, policy, api } = options;
  const bundleOf = ({ query, page }: PageCall) =>
    options.extensions
      .find(({ state }) => state().id === query.get('extension'))
      ?.bundle(query.get('target') ?? '', page.apiOrigin);

  return new Map<string, PageRouteHandler>([
    [
      `GET ${ENDPOINTS.events}`,
      ({ response, pageId, page }) => {
        const { apiOrigin } = page;
        const hello = {
          runId,
          key: runKey.key,
          clientId,
          apiOrigin,
          frameOrigin,
          policy,
          ...(api !== undefined && { api }),
          versions: VERSIONS,
        };
        const extensions = options.extensions.map((extension) => extension.state());
        const first = { hello, server: options.serverState(), extensions };
        options.streams.open(pageId, response, first, options.pages.hold(pageId));
      },
    ],
    [
      `GET ${ENDPOINTS.extension}`,
      async (call) => {
        const bundle = await bundleOf(call);
        if (!bundle) return sendError(call.response, 404, 'unknown bundle');
        send(call.response, 200, 'text/javascript; charset=utf-8', bundle.code);
      },
    ],
    [
      `GET ${ENDPOINTS.sourceMap}`,
      async (call) => {
        const bundle = await bundleOf(call);
        if (!bundle) return sendError(call.response, 404, 'unknown bundle');
        send(call.response, 200, 'application/json', bundle.sourceMap);
      },
    ],
    [
      `POST ${ENDPOINTS.sessionToken}`,
      async ({ request, response }) => {
        const body = await readJsonObject(request);
        const asked = body && parseSessionTokenRequest(body);
        if (!asked) return sendError(response, 400, 'not a request for a token');
        sendJson(response, 200, { token: options.mint(asked) });
      },
    ],
    [
      `POST ${ENDPOINTS.network}`,
      async ({ request, response, page }) => {
        const network = parseNetworkRequest(await readJsonObject(request));
        if (!network) return sendError(response, 400, 'not a state of the network');
        page.setNetwork(network);
        response.writeHead(204).end();
      },
    ],
    [
      `POST ${ENDPOINTS.graphql}`,
      async ({ request, response, pageId }) => {
        const body = await readJsonObject(request, MAX_GRAPHQL_CALL_BYTES);
        const call = body && parseGraphqlCall(body);
        if (!call) return sendError(response, 400, 'not a GraphQL call');
        const pageOrigin = `http://${request.headers.host}`;
        const answer = await options.graphql.answer({ pageId, pageOrigin, call });
        if (!answer) return sendError(response, 503, 'no answer within the limits');
        sendJson(response, 200, answer);
      },
    ],
    [
      `GET ${ENDPOINTS.authorization}`,
      ({ response, query, page }) => {
        const authorization = page.authorizationOf(Number(query.get('exchange')));
        if (!authorization) return sendError(response, 404, 'unknown exchange');
        send(response, 200, 'text/plain; charset=utf-8', authorization);
      },
    ],
  ]);
}

function parseNetworkRequest(body: Record<string, unknown> | undefined): NetworkRequest | undefined {
  const server = SERVER_MODES.find((mode) => mode === body?.server);
  const delayMs = Number(body?.delayMs);
  const isDelay = Number.isInteger(delayMs) && delayMs >= 0 && delayMs <= MAX_DELAY_MS;
  return server && isDelay ? { server, delayMs } : undefined;
}
