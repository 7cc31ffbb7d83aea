import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, type Caller, RULES, type Rules, verify } from './verify.ts';

export const APP: App = {
  clientId: '0b5ec9a3c2e14a6f8d7092f4b1e6a35c',
  secret: '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',
  shop: 'sandbox.myshopify.com',
};

/** The parts of a correct server, each on its own, so that a test can replace one. */
export const SERVER = {
  rules: RULES,
  callers: ['guest', 'customer', 'staff'] as readonly Caller[],
  now: () => Math.floor(Date.now() / 1000),
  verify,
  /** Returns the token of a request. Throws if there is not exactly one in the right place. */
  readToken(request: IncomingMessage): string {
    const { authorization = [] } = request.headersDistinct;
    const token =
      authorization.length === 1 ? /^Bearer +([^ \t,]+)$/i.exec(authorization[0]!)?.[1] : undefined;
    if (token === undefined) throw new Error('no token');
    return token;
  },
  /** Answers a preflight. */
  preflight(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(204, {
      ...this.cors(request),
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers': 'Authorization, Content-Type',
    });
    response.end();
  },
  cors: (_request: IncomingMessage): Record<string, string> => ({ 'access-control-allow-origin': '*' }),
  accepted: (response: ServerResponse, cors: Record<string, string>, _token: string) =>
    void response.writeHead(200, cors).end('{"ok":true}'),
  rejected: (response: ServerResponse, cors: Record<string, string>, _token: string) =>
    void response.writeHead(401, cors).end('{"code":"unauthorized"}'),
  forbidden: (response: ServerResponse, cors: Record<string, string>) =>
    void response.writeHead(403, cors).end('{"code":"forbidden"}'),
};

export type ServerParts = Omit<typeof SERVER, 'rules'> & { rules: Rules };

/**
 * Handles requests as a correct server does, with some parts replaced. A test's server in another process imports it.
 *
 * @public
 */
export function createHandler(change: Partial<ServerParts> = {}, app = APP): RequestListener {
  const parts: ServerParts = { ...SERVER, ...change };
  return (request, response) => {
    if (request.method === 'OPTIONS') return parts.preflight(request, response);
    const cors = parts.cors(request);
    let token = '';
    let caller: Caller;
    try {
      token = parts.readToken(request);
      caller = parts.verify(token, app, parts.rules, parts.now());
    } catch {
      return parts.rejected(response, cors, token);
    }
    if (parts.callers.includes(caller)) parts.accepted(response, cors, token);
    else parts.forbidden(response, cors);
  };
}

export interface RunningServer extends AsyncDisposable {
  url: string;
}

/** Starts a server with some parts replaced, on a free port of the loopback address. */
export function startServer(change: Partial<ServerParts> = {}): Promise<RunningServer> {
  return listen(createHandler(change));
}

export function listen(listener: RequestListener): Promise<RunningServer> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/me`,
        async [Symbol.asyncDispose]() {
          server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
        },
      }),
    );
  });
}
