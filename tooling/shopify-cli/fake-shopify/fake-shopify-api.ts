import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { createAnswers, type FakeApp } from './answers.ts';

/** The local port behind each tunnel's host, or `undefined` until the tunnel is open. */
export type Tunnels = Readonly<Record<string, () => number | undefined>>;

export interface FakeShopifyApi {
  /** Port for TLS connections to any of its hosts. */
  port: number;
  /** Variables that make the CLI send every request here: its proxy and token, and Node's CA. */
  env: Record<string, string>;
  /** Variables that make `fetch` and `node:http` of another Node process send every request here. */
  requestEnv: Record<string, string>;
  /** Requests through the tunnels, such as `GET https://words.trycloudflare.com/api/loyalty`. */
  forwarded: readonly string[];
  /** Requested GraphQL operations, in order. */
  operations: readonly string[];
  /** Requested operations without a response. A newer CLI may request others. */
  unanswered: readonly string[];
  close(): Promise<void>;
}

const HOSTS = [
  'accounts.shopify.com',
  'app.shopify.com',
  'destinations.shopifysvc.com',
  'cdn.shopify.com',
  'registry.npmjs.org',
  'storage.fake-shopify.test',
];

/**
 * Imitates Shopify's APIs on loopback, so that the real `shopify app dev` runs without an account. A proxy that
 * terminates every TLS connection itself. Checks nothing that Shopify checks; it only lets the CLI continue.
 */
export async function startFakeShopifyApi(app: FakeApp, tunnels: Tunnels = {}): Promise<FakeShopifyApi> {
  const answers = createAnswers(app);
  const forwarded: string[] = [];
  const operations: string[] = [];
  const unanswered: string[] = [];
  const hosts = [...HOSTS, app.shop, ...Object.keys(tunnels)];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'fake-shopify.test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'fake-shopify-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, cert);

  function answer(path: string, body: string): object | undefined {
    if (path === '/oauth/token') return { access_token: 'fake-shopify', expires_in: 3600, scope: '' };
    if (path === '/bundle') return {};
    if (!path.includes('graphql')) return undefined;
    const { operationName, variables = {} } = JSON.parse(body) as {
      operationName: string;
      variables?: Record<string, unknown>;
    };
    operations.push(operationName);
    const data = answers[operationName]?.(variables);
    if (!data) unanswered.push(operationName);
    return data && { data };
  }

  const api = createHttpsServer({ key, cert }, (request, response) => {
    const host = request.headers.host?.split(':')[0] ?? '';
    const portOf = tunnels[host];
    if (portOf) {
      forwarded.push(`${request.method} https://${host}${request.url}`);
      return forward(request, response, portOf());
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const json = answer(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(json ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json ?? {}));
    });
  });
  const apiPort = await listen(api);

  const sockets = new Set<Socket>();
  const proxy = createHttpServer();
  proxy.on('connect', (_request, client: Socket, head) => {
    const upstream = connect(apiPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  const proxyPort = await listen(proxy);

  return {
    port: apiPort,
    env: {
      SHOPIFY_HTTP_PROXY: `http://127.0.0.1:${proxyPort}`,
      SHOPIFY_NO_PROXY: 'localhost,127.0.0.1',
      SHOPIFY_APP_AUTOMATION_TOKEN: 'fake-shopify',
      NODE_EXTRA_CA_CERTS: caFile,
    },
    requestEnv: {
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
      NO_PROXY: 'localhost,127.0.0.1',
      NODE_EXTRA_CA_CERTS: caFile,
    },
    forwarded,
    operations,
    unanswered,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([proxy, api].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Forwards the request to the server behind a tunnel, as Cloudflare and cloudflared do. */
function forward(request: IncomingMessage, response: ServerResponse, port: number | undefined): void {
  const { method, url, headers } = request;
  const upstream = httpRequest({ host: 'localhost', port, method, path: url, headers });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode!, answer.rawHeaders);
    answer.pipe(response);
  });
  upstream.on('error', () => response.writeHead(502).end());
  request.pipe(upstream);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
