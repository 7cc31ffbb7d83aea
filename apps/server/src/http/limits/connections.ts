import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import type { HttpLimits } from './http-limits.ts';

export interface ConnectionLimits {
  /** Maximum number of open connections of all listeners. Further ones are closed at once. Default: no limit. */
  maxConnections?: number;
}

/** The connections of a server, on all addresses that it listens on. */
export interface Connections {
  /** Creates the server's first listener. */
  serverFactory: FastifyServerFactory;
  /** Listens on another address, because Fastify with a server factory listens on only one. Resolves to the address. */
  listen(address: { host: string; port: number }): Promise<AddressInfo>;
  /** From now on, closes each connection after its last pending response. */
  drain(): void;
  /** Stops listening, closes each connection once it has no pending request, and resolves when all are closed. */
  close(): Promise<void>;
}

/**
 * Maximum number of pending requests per connection. Extensions and proxies send one at a time. A connection with more
 * is closed: Node reads 64 KB at once, so a burst of pipelined requests and their responses would take megabytes.
 */
const MAX_PENDING_REQUESTS = 16;

export function createConnections({
  maxConnections = Number.POSITIVE_INFINITY,
}: ConnectionLimits = {}): Connections {
  const pendingBySocket = new Map<Socket, Set<ServerResponse>>();
  const servers: Server[] = [];
  let createListener: () => Server;
  let state: 'open' | 'draining' | 'closing' = 'open';

  function trackSocket(socket: Socket): void {
    if (state === 'closing' || pendingBySocket.size >= maxConnections) {
      socket.destroy();
      return;
    }
    const pending = new Set<ServerResponse>();
    pendingBySocket.set(socket, pending);
    socket.once('close', () => {
      pendingBySocket.delete(socket);
      // Node emits the event on the response that it is writing, not on those queued behind it.
      for (const response of pending) if (!response.closed) response.emit('close');
    });
  }

  function limitPending(handler: RequestListener): RequestListener {
    return (request, response) => {
      const { socket } = request;
      const pending = pendingBySocket.get(socket);
      if (pending === undefined || socket.destroyed) return; // the rest of a burst on a closed connection
      if (pending.size >= MAX_PENDING_REQUESTS) {
        socket.destroy();
        return;
      }
      if (request.headers.host === undefined && request.httpVersion === '1.1') {
        servers[0]?.emit('clientError', new Error('Missing Host header'), socket); // Node's default is a bare 400
        return;
      }
      pending.add(response);
      response.once('close', () => {
        pending.delete(response);
        if (state === 'closing' && pending.size === 0) socket.destroySoon();
      });
      if (state !== 'open') closeAfterLast(pending);
      handler(request, response);
    };
  }

  const serverFactory: FastifyServerFactory = (handler, options) => {
    const { http, keepAliveTimeout, requestTimeout, connectionTimeout } = options as unknown as HttpLimits;
    createListener = () => {
      const listener = limitPending(handler as RequestListener);
      const server = createServer({ ...http, requireHostHeader: false }, listener);
      server.on('checkExpectation', listener); // Node's default is a bare 417
      server.keepAliveTimeout = keepAliveTimeout;
      server.requestTimeout = requestTimeout;
      server.setTimeout(connectionTimeout);
      server.on('connection', trackSocket);
      servers.push(server);
      return server;
    };
    return createListener();
  };

  /** Closes connections with overdue requests. Node stops its own check when a server closes. */
  function cutOffIncompleteRequests(): void {
    const timedOut = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    for (const [socket, pending] of pendingBySocket) {
      const isIncomplete = [...pending].some(({ req }) => !req.complete);
      if (isIncomplete) servers[0]?.emit('clientError', timedOut, socket);
    }
  }

  return {
    serverFactory,
    async listen(address) {
      const server = createListener();
      server.on('clientError', (error, socket) => servers[0]?.emit('clientError', error, socket));
      server.listen(address);
      await once(server, 'listening');
      return server.address() as AddressInfo;
    },
    drain() {
      if (state === 'open') state = 'draining';
      for (const pending of pendingBySocket.values()) closeAfterLast(pending);
    },
    async close() {
      this.drain();
      state = 'closing';
      const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
      for (const [socket, pending] of pendingBySocket) if (pending.size === 0) socket.destroy();
      const timer = setTimeout(cutOffIncompleteRequests, servers[0]?.requestTimeout ?? 0);
      await Promise.all(closed);
      clearTimeout(timer);
    },
  };
}

/** Sets `Connection: close` on a connection's last pending response, so that Node closes the connection. */
function closeAfterLast(pending: ReadonlySet<ServerResponse>): void {
  const last = [...pending].at(-1);
  for (const response of pending) {
    if (response.headersSent) continue;
    if (response === last) response.setHeader('connection', 'close');
    else response.removeHeader('connection');
  }
}
